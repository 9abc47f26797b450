import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixtureFiles } from '../../entry/fixtures/texts.ts';
import { filesAfter, problemsAfter, SURROUNDINGS } from '../fixture.ts';
import { inspectEntry } from '../inspect.ts';

describe('lab-files', () => {
  it('finds an entry that was never run', () => {
    const [problem, ...others] = inspectEntry(fixtureFiles(), SURROUNDINGS).problems;
    assert.match(problem?.message ?? '', /lab\.results\.json is missing/);
    assert.match(problem?.tip ?? '', /npm run lab -- demo\/port-taken/);
    assert.deepEqual(others, []);
  });

  it('finds results without the scenario that they came from', () => {
    const results = filesAfter().texts['lab.results.json'];
    const [problem] = inspectEntry(
      fixtureFiles({ 'lab.yaml': undefined, 'lab.results.json': results }),
      SURROUNDINGS,
    ).problems;
    assert.match(problem?.message ?? '', /lab\.yaml is missing/);
  });

  it('lets an entry stand that the lab does not know', () => {
    assert.deepEqual(problemsAfter({ unmeasured: true }), []);
  });
});
