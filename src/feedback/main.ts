// Takes the report of a reader into an entry: `npm run report`.
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentRoot } from '../entry/load/files.ts';
import { acceptReport } from './accept.ts';
import { FeedbackTrouble, readIssue } from './read-issue.ts';

const HELP = `gh issue view N --json body,url,createdAt | npm run --silent report
npm run report -- issue.json

Takes an issue that was made with the form "This worked / did not work for me" into the reports of its entry.
All else in entry.yaml stays as it is, comments and order too. Prints the file that it changed.

  --content PATH   where the content stands (default: FIXRATE_CONTENT, or content/)
  --help           shows this

Exit status 0 if it did, 1 if the issue is wrong (it says what to mend) or was taken already.`;

function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      content: { type: 'string', default: contentRoot() },
      help: { type: 'boolean', default: false },
    },
  });
  const [file = '-', ...more] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (more.length > 0) throw new FeedbackTrouble(HELP);
  console.log(acceptReport(values.content, readIssue(readFileSync(file === '-' ? 0 : file, 'utf8'))));
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  // What parseArgs throws says what is wrong with the command line.
  if (!(error instanceof FeedbackTrouble || error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
