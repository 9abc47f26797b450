// Begins a new entry: `npm run new -- <domain>/<slug>`.
import { parseArgs } from 'node:util';
import { contentRoot } from '../entry/load/files.ts';
import { ScaffoldTrouble, scaffoldEntry } from './scaffold.ts';

const HELP = `npm run new -- <domain>/<slug> [--tool NAME]

Writes the files of a new entry, commented from the schema; what is yours to write is marked FILL IN
(待填写 in zh.mdx), and \`npm run check\` lists what is left of it.

  --tool NAME      the tool that prints the error (default: the domain)
  --content PATH   where the content stands (default: FIXRATE_CONTENT, or content/)
  --help           shows this

Exit status 0 if it did, 1 if the id cannot be one or the entry exists.`;

function main(args: string[]): number {
  const { values, positionals } = parseArgs({
    args,
    allowPositionals: true,
    options: {
      tool: { type: 'string' },
      content: { type: 'string', default: contentRoot() },
      help: { type: 'boolean', default: false },
    },
  });
  const [id, ...more] = positionals;
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  if (id === undefined || more.length > 0) throw new ScaffoldTrouble(HELP);
  const files = scaffoldEntry(values.content, id, values.tool);
  console.log(`${files.join('\n')}

1. entry.yaml: the message as printed, causes and remedies. lab.yaml: how to bring a cause about.
2. npm run lab -- ${id} --watch     runs it on every save; --shell <cause> opens a shell in it
3. en.mdx and zh.mdx: the prose
4. npm run check                     lists what is left

The guide, /guide/contributing/ on the site, walks through one entry from here to its results.`);
  return 0;
}

try {
  process.exitCode = main(process.argv.slice(2));
} catch (error) {
  // What parseArgs throws says what is wrong with the command line.
  if (!(error instanceof ScaffoldTrouble || error instanceof TypeError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
