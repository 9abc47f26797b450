// Checks all content: `npm run check`.
import { parseArgs } from 'node:util';
import { contentRoot } from '../entry/load/files.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import { checkContent } from './check.ts';
import { keptFolder } from './kept.ts';
import { computeStats, formatStats, formatTranslations } from './stats.ts';

const HELP = `npm run check -- [--json] [--stats]

Reports all that is wrong in the content, with file, line, column, what it is and how to mend it.
Exit status 0 if nothing is, 1 otherwise. Translations that are behind their English text are counted, and no fault.

  --json    as JSON: { problems: [{ file, line, column, rule, message, tip }], stats }
  --stats   also says how much the knowledge base holds
  --help    shows this`;

const { values } = parseArgs({
  options: {
    json: { type: 'boolean', default: false },
    stats: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  console.log(HELP);
} else {
  const today = new Date().toISOString().slice(0, 10);
  const { problems, entries, guide } = await checkContent(contentRoot(), today, keptFolder());
  const stats = computeStats(entries, guide);
  if (values.json) {
    console.log(JSON.stringify({ problems, stats }, null, 2));
  } else {
    if (problems.length > 0) console.error(formatProblems(problems));
    else
      console.log(
        `${entries.length} ${entries.length === 1 ? 'entry' : 'entries'} checked, nothing is wrong`,
      );
    for (const line of formatTranslations(stats)) console.log(line);
    if (values.stats) console.log(formatStats(stats));
  }
  process.exitCode = problems.length === 0 ? 0 : 1;
}
