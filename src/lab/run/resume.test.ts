import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { runTiny, tinyEntry } from '../fixtures/lab.ts';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';
import { assembleResults } from '../results/assemble.ts';
import { Journal, journalFolder } from '../results/journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixrate-journal-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const machine = await hostMachine();
const bwrap = await sandboxOrRefusal(machine);

const REMEDIES = `
causes: { broken: {} }
remedies:
  mends: { side: dead-end, steps: [{ id: a, run: 'touch mended' }] }
  nothing: { side: dead-end, steps: [{ id: a, run: 'true' }] }`;
const SCENARIO = `
run: '[ -e mended ] || { echo boom: disk is broken; exit 1; }'
causes: { broken: {} }`;

test('work that was finished is not done again after the run was cut short', async () => {
  if (bwrap === null) return;
  const entry = tinyEntry(REMEDIES, SCENARIO);
  const journal = new Journal(folder);
  const first = await runTiny(entry, machine, bwrap, { journal, dieAfter: 2 });
  assert.ok(first.died, 'the run was not cut short');
  const second = await runTiny(entry, machine, bwrap, { journal: new Journal(folder) });
  assert.equal(second.sandboxes, 2, 'the cause and one remedy were finished, another was not');
  assert.deepEqual(Object.keys(second.results.causes['broken']?.['here']?.remedies ?? {}), [
    'mends',
    'nothing',
  ]);
  const third = await runTiny(entry, machine, bwrap, { journal: new Journal(folder) });
  assert.equal(third.sandboxes, 5, 'a journal is spent once its results are there');
});

test('only what changed since the last results is run again', async () => {
  if (bwrap === null) return;
  const entry = tinyEntry(REMEDIES, SCENARIO);
  const { results } = await runTiny(entry, machine, bwrap);
  entry.previous = assembleResults(entry.id, entry.facts, entry.lab, results, null, '2026-01-01');
  assert.equal((await runTiny(entry, machine, bwrap)).sandboxes, 0);
  const changed = tinyEntry(REMEDIES.replace("run: 'true'", "run: ':'"), SCENARIO);
  changed.previous = entry.previous;
  assert.equal((await runTiny(changed, machine, bwrap)).sandboxes, 2, 'the trials of one remedy');
  const newer = { ...machine, versions: { node: '99.0.0' } };
  const settled = tinyEntry(REMEDIES.replace("run: 'true'", "run: ':'"), SCENARIO);
  settled.previous = entry.previous;
  assert.equal((await runTiny(settled, newer, bwrap)).sandboxes, 5, 'other versions make all of it old');
});

test('a fresh run leaves aside what was noted, and notes anew', async () => {
  const place = join(folder, 'fresh');
  const note = (value: string, fresh: boolean) => new Journal(place, fresh).once(['key'], async () => value);
  assert.equal(await note('old', false), 'old');
  assert.equal(await note('new', true), 'new');
  assert.equal(await note('newer', false), 'new', 'what the fresh run finished counts for the next one');
});

test('entries of the same id under two roots have journals of their own', () => {
  assert.notEqual(journalFolder('a/b', '/one/errors/a/b'), journalFolder('a/b', '/two/errors/a/b'));
});
