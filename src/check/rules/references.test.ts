import { describe, it } from 'node:test';
import { assertBreaks } from '../fixture.ts';

const REPORT =
  'reports:\n  - { cause: port-held, remedy: other-port, outcome: not-fixed, url: "https://example.com/1", date: 2024-02-11 }\n';
const LAST = '      - { id: sudo, run: sudo -n true }\n';

describe('references', () => {
  it('finds an unknown cause or remedy in a report', () => {
    for (const [known, wrong] of [
      ['cause: port-held', 'cause: prot-held'],
      ['remedy: other-port', 'remedy: other-prot'],
    ] as const) {
      const texts = { 'entry.yaml': [[LAST, LAST + REPORT.replace(known, wrong)]] } as const;
      assertBreaks('references', /there is no (cause prot-held|remedy other-prot)/, { texts });
    }
  });

  it('finds an unknown remedy in an estimate', () => {
    const estimate = 'estimates:\n  reboot: { rate: 0.5, why: { en: A guess., zh: 只是猜测。 } }\n';
    assertBreaks('references', /there is no remedy reboot/, {
      texts: { 'entry.yaml': [[LAST, LAST + estimate]] },
    });
  });

  it('finds an unknown cause or remedy in lab.yaml', () => {
    assertBreaks('references', /child-lost is none of the causes/, {
      texts: { 'lab.yaml': [['child-left: {', 'child-lost: {}\n  child-left: {']] },
      stale: true,
    });
    assertBreaks('references', /other is none of the remedies/, {
      texts: { 'lab.yaml': [['causes:', 'remedies: { other: {} }\ncauses:']] },
    });
  });
});
