import { describe, it } from 'node:test';
import { assertBreaks } from '../fixture.ts';

describe('services', () => {
  it('finds a service that lab.yaml does not have', () => {
    assertBreaks('services', /lab\.yaml has no service ap$/, {
      texts: { 'entry.yaml': [['instead: app', 'instead: ap']] },
    });
  });
});
