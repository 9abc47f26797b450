import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { CellResult, LabResults } from '../../entry/schema/results.ts';
import { assertBreaks, filesAfter, inOne, inspectAfter, problemsAfter, SURROUNDINGS } from '../fixture.ts';
import { inspectEntry } from '../inspect.ts';

/** Change the cell of one remedy under it. */
function inCell(remedy: string, change: (cell: CellResult) => void) {
  return inOne(({ remedies }) => {
    const cell = remedies[remedy];
    assert.ok(cell);
    change(cell);
  });
}

/** Give all trials of a cell other values. */
function inTrials(remedy: string, values: object) {
  return inCell(remedy, ({ trials }) => {
    for (const trial of trials) Object.assign(trial, values);
  });
}

describe('sound-results', () => {
  it('finds an outcome that no excerpt bears out, at its line', () => {
    assertBreaks(
      'sound-results',
      /port-held in node-20: run-as-root: it is not-fixed, but the excerpt shows no signature/,
      inTrials('run-as-root', { excerpt: 'all is well' }),
    );
    assertBreaks(
      'sound-results',
      /it is reproduced, but the excerpt shows no signature/,
      inOne((result) => void Object.assign(result, { excerpt: '' })),
    );
    const change = inTrials('run-as-root', { outcome: 'fixed' });
    assertBreaks('sound-results', /run-as-root: it is fixed, but the excerpt shows a signature/, {
      ...change,
      // A dead end that fixes is a fault of its own.
      texts: { 'entry.yaml': [['run: sudo -n true', 'run: sudo -n false']] },
      stale: false,
    });
    const [problem] = inspectAfter(change).filter(({ rule }) => rule === 'sound-results');
    const text = filesAfter(change).texts['lab.results.json'] ?? '';
    assert.match(text.split('\n')[(problem?.line ?? 0) - 1] ?? '', /^ {5}"run-as-root": \{/);
    assert.match(problem?.tip ?? '', /npm run lab -- demo\/port-taken --fresh/);
  });

  it('takes what is normalised in an excerpt for what it stands for', () => {
    const texts = {
      'entry.yaml': [
        [
          'Error: listen EADDRINUSE: address already in use {host}:{port}',
          'no answer of {host} in {limit}ms',
        ],
        ['freePort: { kind', 'limit: { kind: number, example: 30 }\n  freePort: { kind'],
      ],
    } as const;
    const excerpt = 'no answer of ::<port> in <duration>';
    const results = ({ causes }: LabResults): void => {
      for (const result of Object.values(causes).flatMap((byEnvironment) => Object.values(byEnvironment))) {
        Object.assign(result, { excerpt, captures: { host: '::', limit: '30' } });
        for (const trial of Object.values(result.remedies).flatMap(({ trials }) => trials))
          if (trial.outcome === 'not-fixed') trial.excerpt = excerpt;
      }
    };
    assert.deepEqual(problemsAfter({ texts, results }), []);
  });

  it('finds steps that cannot have run so', () => {
    const ran = (...exits: (number | null)[]) => ({
      steps: ['find', 'end'].slice(0, exits.length).map((id, index) => ({ id, exit: exits[index] ?? null })),
    });
    assertBreaks(
      'sound-results',
      /stop-the-holder: it is fixed, though only 1 of 2 steps ran and none failed/,
      inTrials('stop-the-holder', ran(0)),
    );
    assertBreaks(
      'sound-results',
      /other-port: it went on after step set had failed/,
      inTrials('other-port', {
        steps: [
          { id: 'set', exit: 1 },
          { id: 'start', exit: null },
        ],
      }),
    );
    assertBreaks(
      'sound-results',
      /stop-the-holder: its steps are not those of entry.yaml/,
      inTrials('stop-the-holder', { steps: [{ id: 'end', exit: 0 }] }),
    );
    const sound = [ran(1, 0), ran(0, 1)].map((steps) => inTrials('stop-the-holder', steps));
    const cut = inTrials('run-as-root', { outcome: 'timeout', steps: [], excerpt: '' });
    for (const change of [...sound, cut]) assert.deepEqual(problemsAfter(change), []);
  });

  it('finds a third trial where the first two agreed', () => {
    const change = inCell('run-as-root', (cell) => {
      const [trial] = cell.trials;
      assert.ok(trial);
      cell.unsteady = true;
      cell.trials = [trial, trial, trial, trial, { ...trial, outcome: 'timeout' }];
    });
    assertBreaks('sound-results', /run-as-root: it has 5 trials, though the first 2 agreed/, change);
  });

  it('finds harm where nothing tells harm, and what does not apply where nothing excludes it', () => {
    assertBreaks(
      'sound-results',
      /run-as-root: it is harmful, but lab.yaml says nothing of harm/,
      inTrials('run-as-root', { outcome: 'harmful' }),
    );
    assertBreaks(
      'sound-results',
      /run-as-root: it is not-applicable, but entry.yaml does not exclude these versions/,
      inTrials('run-as-root', { outcome: 'not-applicable', steps: [], excerpt: '' }),
    );
    assertBreaks(
      'sound-results',
      /port-held in node-20: it is not-applicable, but lab.yaml does not exclude these versions/,
      inOne(
        (result) =>
          void Object.assign(result, {
            outcome: 'not-applicable',
            signature: null,
            captures: {},
            tell: null,
            remedies: {},
          }),
      ),
    );
  });

  it('finds what was tried in versions that do not have it', () => {
    const limit = [
      ['    steps:\n      - { id: sudo', "    since: { node: '22' }\n    steps:\n      - { id: sudo"],
    ] as const;
    const found = problemsAfter({ texts: { 'entry.yaml': limit } });
    assert.deepEqual(found.length, 2, found.join('\n'));
    assert.match(
      found.join('\n'),
      /port-held in node-20: run-as-root: it was tried in versions that entry.yaml excludes/,
    );
  });

  it('finds tells that say one thing and name another', () => {
    assertBreaks(
      'sound-results',
      /said to name port-held, but none held first/,
      inOne(({ tell }) => {
        for (const one of tell?.tried ?? []) one.holds = false;
      }),
    );
    assertBreaks(
      'sound-results',
      /the tells tried are port-held, not those of entry.yaml/,
      inOne(({ tell }) => void tell?.tried.pop()),
    );
    assertBreaks(
      'sound-results',
      /the tell of port-held is said to hold, but it ended with 1/,
      inOne(({ tell }) => {
        if (tell?.tried[0]) tell.tried[0].exit = 1;
      }),
    );
  });

  it('finds a wording whose placeholder stood for nothing, versions that nobody knows, and the future', () => {
    assertBreaks(
      'sound-results',
      /nothing is recorded for \{port\} of its wording/,
      inOne(({ captures }) => void delete captures['port']),
    );
    const unknown = problemsAfter({
      results: ({ environments }) =>
        void Object.assign(environments['node-20'] ?? {}, { versions: { node: '' } }),
    });
    assert.match(unknown.join('\n'), /no version of any tool is recorded for node-20/);
    assertBreaks('sound-results', /the results are of 2026-11-24, which is in the future/, {
      results: (results) => void Object.assign(results, { date: '2026-11-24' }),
    });
  });

  it('finds a file that was edited by hand', () => {
    const files = filesAfter();
    const text = files.texts['lab.results.json'] ?? '';
    const texts = {
      ...files.texts,
      'lab.results.json': text.replace('"exit": 0', '"exit":  0').replace('{\n', '{\n\n'),
    };
    const { problems } = inspectEntry({ ...files, texts }, SURROUNDINGS);
    assert.deepEqual(
      problems.map(({ message }) => message),
      ['the file does not stand as the lab writes it'],
    );
    const windows = { ...files.texts, 'lab.results.json': text.replaceAll('\n', '\r\n') };
    assert.deepEqual(inspectEntry({ ...files, texts: windows }, SURROUNDINGS).problems, []);
  });
});
