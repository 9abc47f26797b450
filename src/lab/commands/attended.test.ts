import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { expandResults } from '../../entry/results-file.ts';
import { LabResultsSchema } from '../../entry/schema/results.ts';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';
import { makeTinyContent, TINY_ENTRY, TINY_LAB, TINY_NOTHING } from '../fixtures/tiny-content.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixrate-attended-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const bwrap = await sandboxOrRefusal(await hostMachine());
const MAIN = join(import.meta.dirname, '../main.ts');
const POLL_MS = 20;
const MENDS = '  mends: { side: dead-end, steps: [{ id: a, run: touch mended }] }\n';
const WAITING = 'waiting for entry.yaml or lab.yaml to be saved';

/** The lab as an author runs it, and all that it says. */
function start(content: string, ...args: string[]): { child: ChildProcess; said: () => string } {
  const child = spawn(process.execPath, [MAIN, '--content', content, '--jobs', '1', 'tiny/one', ...args]);
  // A test that fails leaves it running.
  after(() => child.kill());
  let text = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      text += data;
    });
  }
  return { child, said: () => text };
}

test('--watch runs what changed at each save, tells of a file that is wrong, and ends with Ctrl+C', async () => {
  if (bwrap === null) return;
  const content = join(folder, 'watched');
  const file = (name: string): string => join(content, 'errors/tiny/one', name);
  const outcomes = (): Record<string, string | undefined> => {
    const { causes } = LabResultsSchema.parse(
      expandResults(JSON.parse(readFileSync(file('lab.results.json'), 'utf8'))),
    );
    const remedies = Object.entries(causes['broken']?.['here']?.remedies ?? {});
    return Object.fromEntries(remedies.map(([id, { trials }]) => [id, trials[0]?.outcome]));
  };
  makeTinyContent(content, { one: TINY_NOTHING });
  const { child, said } = start(content, '--watch');
  const ended = once(child, 'exit');
  /** Wait for the next time that it waits, and return what it said until then. */
  let read = 0;
  const untilWaiting = async (): Promise<string> => {
    while (!said().slice(read).includes(WAITING) && child.exitCode === null) await sleep(POLL_MS);
    const fresh = said().slice(read);
    read = said().length;
    return fresh;
  };
  assert.match(await untilWaiting(), /^3 trials in /m);
  assert.deepEqual(outcomes(), { nothing: 'not-fixed' });

  writeFileSync(file('entry.yaml'), TINY_ENTRY + MENDS + TINY_NOTHING);
  const second = await untilWaiting();
  assert.match(second, /^2 trials in /m, 'what did not change is not tried again');
  assert.match(second, /mends/, 'the matrix is shown');
  assert.deepEqual(outcomes(), { mends: 'fixed', nothing: 'not-fixed' });

  writeFileSync(file('lab.yaml'), TINY_LAB.replace('check:', 'chekc:'));
  assert.match(await untilWaiting(), /lab\.yaml:3:1 .*chekc/);
  assert.deepEqual(outcomes(), { mends: 'fixed', nothing: 'not-fixed' });

  child.kill('SIGINT');
  assert.equal((await ended)[0], 130);
});

test('--shell opens a shell beside the failing program', async () => {
  if (bwrap === null) return;
  const content = join(folder, 'entered');
  makeTinyContent(content, { one: TINY_NOTHING });
  const { child, said } = start(content, '--shell', 'broken');
  child.stdin?.end('test -e mended || echo "seen from within"\n');
  const [status] = await once(child, 'close');
  assert.equal(status, 0, said());
  assert.match(said(), /tiny\/one here broken: reproduced/);
  assert.match(said(), /boom: disk is broken|boom: \{what\} is broken/);
  assert.match(said(), /^seen from within$/m);
});
