import { createMatcher } from '../../src/match/matcher.ts';
import { packIndex } from '../../src/match/pack.ts';
import { type Paste, readInputs } from './corpus.ts';
import { median } from './measure.ts';

/** Sizes of the logs that are timed, in KB. */
const SIZES = [1, 10, 100, 1000, 10_000];

/** Print the matcher's processor time: for one paste, a log of 200 lines, and logs from 1 KB to 10 MB. */
export function printSpeed(pastes: readonly Paste[]): void {
  const matcher = createMatcher(packIndex(readInputs(true)));
  const log = toLog(pastes, 1024 * Math.max(...SIZES));
  const lines = log.split('\n').slice(0, 200).join('\n');
  const time = (text: string, runs: number) =>
    median(Array.from({ length: runs }, () => cpuTime(() => matcher.match(text))));
  for (const { text } of pastes) matcher.match(text);
  const one = median(pastes.map(({ text }) => time(text, 3)));
  console.log(
    `\nprocessor time: ${one.toFixed(2)} ms a paste, ${time(lines, 25).toFixed(1)} ms for 200 lines, all of them errors`,
  );
  for (const size of SIZES) {
    const ms = time(log.slice(0, 1024 * size), size < 1000 ? 9 : 1);
    console.log(`${size} KB: ${ms.toFixed(1)} ms, ${(ms / size).toFixed(3)} ms a KB`);
  }
}

/** Milliseconds of this process, so that other programs on the machine do not count. */
function cpuTime(run: () => void): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** A long log of pastes, every round with other numbers so that no line repeats. */
function toLog(pastes: readonly Paste[], length: number): string {
  const all = pastes.map(({ text }) => text).join('\n');
  let log = '';
  for (let round = 0; log.length < length; round++) {
    log += `${all.replace(/\d/g, (digit) => String((Number(digit) + round) % 10))}\nround${round}\n`;
  }
  return log.slice(0, length);
}
