import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, problemsAfter } from '../fixture.ts';

describe('versions', () => {
  it('finds a range that leaves out a version in which it was reproduced', () => {
    assertBreaks('versions', /reproduced with Node\.js 20\.1\.0 \(node-20\), but the range is 22\+/, {
      texts: { 'entry.yaml': [["range: '18+'", "range: '22+'"]] },
    });
  });

  it('finds a range that cannot be read', () => {
    assertBreaks('versions', /“from 18” is no range/, {
      texts: { 'entry.yaml': [["range: '18+'", 'range: from 18']] },
    });
    assertBreaks('versions', /“new” is no range/, {
      texts: { 'lab.yaml': [['port-held: {}', 'port-held: { unless: { node: new } }']] },
    });
  });

  it('finds a tool of which the lab recorded no version', () => {
    assertBreaks('versions', /no version of nodejs/, {
      texts: { 'entry.yaml': [['tool: node, range', 'tool: nodejs, range']] },
    });
  });

  it('says nothing of versions that did not show the error', () => {
    const texts = { 'entry.yaml': [["range: '18+'", "range: '22+'"]] } as const;
    const hide = { outcome: 'not-reproduced', signature: null, tell: null, remedies: {} };
    const found = problemsAfter({
      texts,
      results: ({ causes }) =>
        Object.values(causes).forEach((one) => void Object.assign(one['node-20'] ?? {}, hide)),
    });
    assert.deepEqual(found, []);
  });
});
