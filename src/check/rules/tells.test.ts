import { describe, it } from 'node:test';
import type { LabResults, TellResult } from '../../entry/schema/results.ts';
import { assertBreaks } from '../fixture.ts';

function change(results: LabResults, change: Partial<TellResult>): void {
  const tell = results.causes['child-left']?.['node-20']?.tell;
  if (!tell) return;
  Object.assign(tell, change);
  for (const one of tell.tried) one.holds = one.cause === tell.names;
}

describe('tells', () => {
  it('finds a tell that names another cause', () => {
    assertBreaks('tells', /under child-left in node-20 the tell of port-held holds first/, {
      results: (all) => change(all, { names: 'port-held' }),
    });
  });

  it('finds a cause under which none holds', () => {
    assertBreaks('tells', /under child-left in node-20 no tell holds/, {
      results: (all) => change(all, { names: null }),
    });
  });

  it('finds tells after which the error is gone', () => {
    assertBreaks('tells', /gone after the tells/, { results: (all) => change(all, { stillShown: false }) });
  });
});
