import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, filesAfter, SURROUNDINGS } from '../fixture.ts';
import { inspectEntry } from '../inspect.ts';

describe('taxonomy', () => {
  it('finds a category that there is not', () => {
    assertBreaks('taxonomy', /no category resource_conflicts/, {
      texts: { 'entry.yaml': [['resource_conflict', 'resource_conflicts']] },
    });
  });

  it('finds a domain that there is not', () => {
    const { problems } = inspectEntry(
      { ...filesAfter({ unmeasured: true }), id: 'dmeo/port-taken' },
      SURROUNDINGS,
    );
    assert.deepEqual(
      problems.map(({ message, tip }) => [message, tip]),
      [['taxonomy.yaml has no domain dmeo', 'did you mean demo?']],
    );
  });
});
