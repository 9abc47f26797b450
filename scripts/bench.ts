// Builds a knowledge base made by multiplying the real entries, cold and warm, and prints what it took.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { editEntry, multiplyContent } from './bench/multiply.ts';
import { measure, type Usage } from './bench/process-tree.ts';
import { fail, ROOT } from './process.ts';

const HELP = `npm run bench -- [--entries N] [--keep]

Builds a site of N entries (500 by default: 1,000 entry pages in two languages), with all exports and
search indexes: cold (no cache), then warm (one entry edited). Prints seconds, peak memory of the whole
process tree, and what was written. --keep leaves the folders and says where.`;

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '500' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const count = Number(values.entries);
if (!Number.isInteger(count) || count < 1)
  fail(`--entries is "${values.entries}", but must be a whole number.`);

const folder = mkdtempSync(join(tmpdir(), 'fixrate-bench-'));
const dist = join(folder, 'dist');
const env = {
  FIXRATE_CONTENT: join(folder, 'content'),
  FIXRATE_DIST: dist,
  FIXRATE_CACHE: join(folder, 'cache'),
};
const entries = multiplyContent(join(ROOT, 'content'), env.FIXRATE_CONTENT, count);
const cold = await run('cold');
editEntry(entries.at(-1) ?? '');
const warm = await run('warm');
print();
if (values.keep) console.log(`Kept in ${folder}`);
else rmSync(folder, { recursive: true });

async function run(name: string): Promise<Usage> {
  const usage = await measure(process.execPath, ['node_modules/astro/bin/astro.mjs', 'build'], env);
  if (usage.exit !== 0) fail(`The ${name} build failed:\n${usage.output.slice(-4000)}`);
  return usage;
}

function print(): void {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const bytes = files.reduce((total, file) => total + statSync(join(file.parentPath, file.name)).size, 0);
  const pages = files.filter((file) => file.name.endsWith('.html')).length;
  console.log(`${count} entries, ${pages} pages, ${files.length} files, ${(bytes / 2 ** 20).toFixed(1)} MiB`);
  console.log('build   seconds   peak MiB');
  for (const [name, usage] of Object.entries({ cold, warm })) {
    const seconds = usage.seconds.toFixed(1).padStart(9);
    console.log(`${name.padEnd(6)}${seconds}${usage.peakMebibytes.toFixed(0).padStart(11)}`);
  }
}
