import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';
import { makeTinyContent, TINY_NOTHING } from '../fixtures/tiny-content.ts';
import type { RunReport } from '../report/json.ts';
import { journalFolder } from '../results/journal.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixrate-runs-'));
after(() => rmSync(folder, { recursive: true, force: true }));

const bwrap = await sandboxOrRefusal(await hostMachine());
const MAIN = join(import.meta.dirname, '../main.ts');
const POLL_MS = 20;
/** Trials of the first entry: one of the cause, two of each remedy. */
const TRIALS = 5;

const REMEDIES = {
  one: `  mends: { side: dead-end, steps: [{ id: a, run: touch mended }] }\n${TINY_NOTHING}`,
  two: TINY_NOTHING,
};
/** Make a folder of content with two entries that need nothing but this machine. */
function makeContent(name: string): string {
  const content = join(folder, name);
  makeTinyContent(content, REMEDIES);
  return content;
}

function start(content: string, ...args: string[]): ChildProcess {
  const stdio = ['ignore', 'pipe', 'inherit'] as const;
  return spawn(process.execPath, [MAIN, '--content', content, '--json', '--jobs', '1', ...args], {
    stdio: [...stdio],
  });
}

/** Run the lab to its end and return its report. */
async function run(content: string, ...args: string[]): Promise<RunReport> {
  const child = start(content, ...args);
  let output = '';
  child.stdout?.on('data', (data: Buffer) => {
    output += data;
  });
  await once(child, 'close');
  const report: RunReport = JSON.parse(output);
  assert.equal(report.exit, 0, report.error ?? '');
  return report;
}

/** Read all results below a folder of content, but for their dates. */
function resultsOf(content: string): Record<string, string> {
  const files = Object.keys(REMEDIES).map((slug) => `errors/tiny/${slug}/lab.results.json`);
  return Object.fromEntries(
    files
      .filter((file) => existsSync(join(content, file)))
      .map((file) => [file, readFileSync(join(content, file), 'utf8').replace(/"date": ".*"/, '"date"')]),
  );
}

/** Count the trials of the first entry that are noted as finished. */
function notes(content: string): number {
  const journal = join(journalFolder('tiny/one', join(content, 'errors/tiny/one')), 'plain');
  return existsSync(journal) ? readdirSync(journal).filter((name) => name.endsWith('.json')).length : 0;
}

/** Start a run of the first entry and end it with a signal once so many of its trials are noted. */
async function interrupt(content: string, trials: number, signal: 'SIGINT' | 'SIGKILL') {
  const child = start(content, 'tiny/one');
  const ended = once(child, 'exit');
  while (notes(content) < trials && child.exitCode === null) await sleep(POLL_MS);
  child.kill(signal);
  const [status] = await ended;
  return { status, pid: child.pid ?? 0 };
}

/** Wait until no process and no mount is left of a run. */
async function untilGone(pid: number): Promise<void> {
  const mark = `fixrate-lab-${pid}-`;
  const read = (path: string): string => {
    try {
      return readFileSync(path, 'utf8');
    } catch {
      return '';
    }
  };
  const isLeft = (): boolean =>
    read('/proc/self/mountinfo').includes(mark) ||
    readdirSync('/proc').some((id) => /^\d+$/.test(id) && read(`/proc/${id}/cmdline`).includes(mark));
  while (isLeft()) await sleep(POLL_MS);
}

/** List folders and control groups of a run that are left. */
function leftoversOf(pid: number): string[] {
  const places = [tmpdir(), '/sys/fs/cgroup', '/sys/fs/cgroup/memory', '/sys/fs/cgroup/pids'];
  return places
    .filter((place) => existsSync(place))
    .flatMap((place) => readdirSync(place).filter((name) => name.startsWith(`fixrate-lab-${pid}-`)));
}

test('a run ended by SIGINT, then by SIGKILL, goes on where it was, and its results are those of a whole run', async () => {
  if (bwrap === null) return;
  const content = makeContent('killed');
  const first = await interrupt(content, 1, 'SIGINT');
  assert.equal(first.status, 130);
  assert.deepEqual(leftoversOf(first.pid), [], 'it took everything away itself');
  const kept = notes(content);
  assert.ok(kept >= 1 && kept < TRIALS, `${kept} trials were finished`);
  const second = await interrupt(content, Math.min(kept + 1, TRIALS - 1), 'SIGKILL');
  assert.equal(second.status, null);
  await untilGone(second.pid);
  const finished = notes(content);
  assert.ok(finished > kept && finished < TRIALS, `${finished} trials were finished`);
  const report = await run(content);
  assert.equal(report.entries[0]?.ran, TRIALS - finished, 'no finished trial was made again');
  assert.deepEqual(leftoversOf(second.pid), [], 'the next run took away what a killed one cannot');
  const whole = makeContent('whole');
  assert.equal((await run(whole)).entries[0]?.ran, TRIALS);
  assert.equal(Object.keys(resultsOf(whole)).length, 2);
  assert.deepEqual(resultsOf(content), resultsOf(whole));
});

test('two shards joined by copying are one whole run', async () => {
  if (bwrap === null) return;
  const joined = join(folder, 'joined');
  for (const index of [1, 2]) {
    const content = makeContent(`shard-${index}`);
    const { entries } = await run(content, '--shard', `${index}/2`);
    assert.deepEqual(
      entries.map(({ changed }) => changed),
      [true],
      'each has one of the two entries',
    );
    cpSync(content, joined, { recursive: true });
  }
  const whole = makeContent('undivided');
  await run(whole);
  assert.deepEqual(resultsOf(joined), resultsOf(whole));
});
