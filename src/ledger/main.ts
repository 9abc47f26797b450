// Writes down what is published: `npm run ledger`.
import { parseArgs } from 'node:util';
import { contentRoot } from '../entry/load/files.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import { updateLedger } from './update.ts';

const HELP = `npm run ledger

Adds to content/ledger.yaml the id and short code of every entry that is not in it yet. Nothing that stands
there is changed or taken out. An entry with problems is left out until \`npm run check\` finds nothing wrong with it.

  --help    shows this`;

const { values } = parseArgs({ options: { help: { type: 'boolean', default: false } } });
if (values.help) {
  console.log(HELP);
} else {
  const { problems, added, left } = updateLedger(contentRoot(), new Date().toISOString().slice(0, 10));
  for (const [id, code] of added) console.log(`${code}  ${id}`);
  for (const id of left) console.log(`left out, since the check finds something wrong with it: ${id}`);
  if (problems.length > 0) console.error(formatProblems(problems));
  else if (added.size === 0) console.log('the ledger is up to date');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
