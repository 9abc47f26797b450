// Compares the matcher with general search engines on real pastes: `npm run bench:match [-- --misses]`.
import { isForTuning, readInputs, readPastes } from './corpus.ts';
import { buildEngines } from './engines.ts';
import { type Measure, measure } from './measure.ts';
import { printSpeed } from './speed.ts';

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
printSpeed(pastes);

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
