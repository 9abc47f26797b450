import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { formatResults } from '../../entry/results-file.ts';
import { runTiny, tinyEntry } from '../fixtures/lab.ts';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';
import { assembleResults } from '../results/assemble.ts';
import { Journal, journalFolder, type RunKind } from '../results/journal.ts';

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

/** Run one trial at a time until some have been noted, then lose what is under way as a killed process would. */
async function cutShort(program: string, journal: Journal, trials: number) {
  return runTiny(tinyEntry(REMEDIES, SCENARIO), machine, program, { journal, dieAfter: trials });
}

test('no trial that was finished is made again after the run was cut short', async () => {
  if (bwrap === null) return;
  const first = await cutShort(bwrap, new Journal(folder), 2);
  assert.ok(first.died, 'the run was not cut short');
  const entry = tinyEntry(REMEDIES, SCENARIO);
  const second = await runTiny(entry, machine, bwrap, { journal: new Journal(folder) });
  assert.equal(second.sandboxes, 3, 'the cause and one of two trials of a remedy were finished');
  const whole = await runTiny(entry, machine, bwrap, { journal: new Journal(folder) });
  assert.equal(whole.sandboxes, 5, 'a journal is spent once its results are there');
  const write = ({ results }: typeof whole): string =>
    formatResults(assembleResults(entry.id, entry.facts, entry.lab, results, null, '2026-01-01'));
  assert.equal(write(second), write(whole), 'the results are those of an uninterrupted run');
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

test('a fresh run leaves aside what others noted, goes on with its own, and counts for the next one', async () => {
  const place = join(folder, 'fresh');
  const note = (value: string, kind: RunKind) => new Journal(place, kind).once(['key'], async () => value);
  assert.equal(await note('old', 'plain'), 'old');
  assert.equal(await note('new', 'fresh'), 'new');
  assert.equal(await note('again', 'fresh'), 'new', 'it was interrupted and goes on');
  assert.equal(await note('newer', 'plain'), 'new', 'what the fresh run finished counts for the next one');
  assert.equal(
    await note('compared', 'verify'),
    'compared',
    'a run that compares counts nothing but its own',
  );
});

test('a fresh run goes on for a day, and not when it is told to forget', async () => {
  const place = join(folder, 'day');
  const tomorrow = Date.now() + 25 * 60 * 60 * 1000;
  const note = (value: string, now = Date.now()) =>
    new Journal(place, 'fresh', now).once(['key'], async () => value);
  await note('first');
  assert.equal(await note('second'), 'first');
  assert.equal(await note('third', tomorrow), 'third');
  await new Journal(place, 'fresh').forget();
  assert.equal(await note('fourth'), 'fourth');
});

test('entries of the same id under two roots have journals of their own', () => {
  assert.notEqual(journalFolder('a/b', '/one/errors/a/b'), journalFolder('a/b', '/two/errors/a/b'));
});
