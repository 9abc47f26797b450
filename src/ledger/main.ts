// Writes down what is published: `npm run ledger`.
import { parseArgs } from 'node:util';
import { keptFolder } from '../check/kept.ts';
import { contentRoot } from '../entry/load/files.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import { updateLedger } from './update.ts';

const HELP = `npm run ledger -- [--vanish]

Adds to content/ledger.yaml the id and short code of every entry that is not in it yet, and to
content/revisions.ndjson the revision of every entry that changed, with today's date. Nothing that stands there
is changed or taken out. An entry with problems is left out until \`npm run check\` finds nothing wrong with it.

  --vanish  records withdrawals, though they are more than a tenth of all entries
  --help    shows this`;

const { values } = parseArgs({
  options: {
    vanish: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(HELP);
} else {
  const today = new Date().toISOString().slice(0, 10);
  const { problems, added, revised, left } = await updateLedger(
    contentRoot(),
    today,
    values.vanish,
    keptFolder(),
  );
  for (const [id, code] of added) console.log(`${code}  ${id}`);
  for (const [id, { revision, changes }] of revised) console.log(`${revision}  ${id}: ${changes.join(', ')}`);
  for (const id of left) console.log(`left out, since the check finds something wrong with it: ${id}`);
  if (problems.length > 0) console.error(formatProblems(problems));
  else if (added.size + revised.size === 0) console.log('the ledger is up to date');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
