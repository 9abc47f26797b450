// Compares the matcher with general search engines on real pastes: `npm run bench:match [-- --misses]`.
import { createMatcher } from '../../src/match/matcher.ts';
import { packIndex } from '../../src/match/pack.ts';
import { isForTuning, type Paste, readInputs, readPastes } from './corpus.ts';
import { buildEngines } from './engines.ts';
import { type Measure, measure, median } from './measure.ts';

const pastes = readPastes();
const halves = {
  'unseen half': pastes.filter((paste) => !isForTuning(paste)),
  'tuning half': pastes.filter(isForTuning),
};
for (const wordings of [true, false]) {
  const inputs = readInputs(wordings);
  const engines = await buildEngines(inputs);
  const signatures = inputs.reduce((sum, input) => sum + input.signatures.length, 0);
  for (const [half, set] of Object.entries(halves)) {
    const rows: Measure[] = [];
    for (const engine of engines) rows.push(await measure(engine, set));
    console.log(`\n${half}, ${inputs.length} entries, ${signatures} wordings`);
    console.table(rows.map(toRow));
    if (wordings) printMisses(rows[0], half);
  }
}
printSpeed();

function toRow(row: Measure): Record<string, string | number> {
  const share = (part: number, whole: number) => `${part}/${whole} ${((100 * part) / whole).toFixed(1)} %`;
  return {
    engine: row.engine,
    first: share(row.first, row.known),
    'top five': share(row.five, row.known),
    'no answer': row.none,
    'answered though unknown': share(row.answered, row.unknown),
    'median ms': Number(row.ms.toFixed(2)),
    'index KB (brotli)': Math.round(row.bytes / 1024),
  };
}

/** The confusion table: which entry answered for which. The unseen half's only on request, so that nobody tunes on it. */
function printMisses(row: Measure | undefined, half: string): void {
  if (row === undefined || (half === 'unseen half' && !process.argv.includes('--misses'))) return;
  console.table(
    row.misses.map(({ paste, answers }) => ({
      paste: paste.id,
      expected: paste.expect.join(', ') || 'no answer',
      answered: answers.slice(0, 3).join(', ') || 'no answer',
    })),
  );
}

/** Times of the matcher alone: a log of 200 lines, and logs from 1 KB to 10 MB. */
function printSpeed(): void {
  const matcher = createMatcher(packIndex(readInputs(true)));
  const log = toLog(pastes, 12_000_000);
  const lines = log.split('\n').slice(0, 200).join('\n');
  const time = (text: string) => {
    const start = performance.now();
    matcher.match(text);
    return performance.now() - start;
  };
  console.log('\n200 lines:', median(Array.from({ length: 25 }, () => time(lines))).toFixed(1), 'ms');
  for (const kilobytes of [1, 10, 100, 1000, 10_000]) {
    const text = log.slice(0, kilobytes * 1024);
    const runs = kilobytes >= 1000 ? 1 : 9;
    const ms = median(Array.from({ length: runs }, () => time(text)));
    console.log(`${kilobytes} KB: ${ms.toFixed(1)} ms, ${(ms / kilobytes).toFixed(3)} ms/KB`);
  }
}

/** A long log of pastes, every round with other numbers and names so that no line repeats. */
function toLog(all: readonly Paste[], length: number): string {
  let log = '';
  for (let round = 0; log.length < length; round++) {
    log += `${all
      .map(({ text }) => text)
      .join('\n')
      .replace(/\d/g, (digit) => String((Number(digit) + round) % 10))}\nround${round}\n`;
  }
  return log.slice(0, length);
}
