// Builds a knowledge base made by multiplying the real entries, cold and warm, and prints what it took.
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { editEntry, multiplyContent } from './bench/multiply.ts';
import { phasesOf } from './bench/phases.ts';
import { measure, type Usage } from './bench/process-tree.ts';
import { ASTRO_BUILD } from './build.ts';
import { fail, ROOT } from './process.ts';

const HELP = `npm run bench -- [--entries N] [--pictures] [--keep]

Builds a site of N entries (500 by default: 1,000 entry pages in two languages), with all exports and
search indexes: cold (no cache), then warm (one entry edited), and checks its content. Prints seconds,
processor seconds and peak memory of the whole process tree, and what was written. Pictures for links are drawn once
in the life of a content and kept: they are left out but with --pictures. --keep leaves the folders and says where.`;

const { values } = parseArgs({
  options: {
    entries: { type: 'string', default: '500' },
    pictures: { type: 'boolean', default: false },
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
  FIXRATE_PICTURES: values.pictures ? '' : 'skip',
};
const entries = multiplyContent(join(ROOT, 'content'), env.FIXRATE_CONTENT, count);
const runs = { cold: await build('cold'), warm: await edited(), check: await check() };
print();
if (values.keep) console.log(`Kept in ${folder}`);
else rmSync(folder, { recursive: true });

async function build(name: string): Promise<Usage> {
  const usage = await measure(process.execPath, [...ASTRO_BUILD], env);
  if (usage.exit === 0) return usage;
  const last = usage.lines.slice(-40).map(({ text }) => text);
  fail(`The ${name} build failed:\n${last.join('\n')}`);
}

function edited(): Promise<Usage> {
  editEntry(entries.at(-1) ?? '');
  return build('warm');
}

/** What `npm run build` does first. Copies may break rules on what must be unique: only its cost counts. */
function check(): Promise<Usage> {
  return measure(process.execPath, ['src/check/main.ts'], env);
}

function print(): void {
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((file) => file.isFile());
  const bytes = files.reduce((total, file) => total + statSync(join(file.parentPath, file.name)).size, 0);
  const pages = files.filter((file) => file.name.endsWith('.html')).length;
  console.log(`${count} entries, ${pages} pages, ${files.length} files, ${(bytes / 2 ** 20).toFixed(1)} MiB`);
  console.log('         seconds  processor  peak MiB  phases in seconds');
  for (const [name, usage] of Object.entries(runs)) {
    const figures = [usage.seconds.toFixed(1), usage.cpuSeconds.toFixed(1), usage.peakMebibytes.toFixed(0)];
    const phases = name === 'check' ? [] : Object.entries(phasesOf(usage));
    const shown = phases.map(([phase, seconds]) => `${phase} ${seconds.toFixed(1)}`).join(', ');
    console.log(`${name.padEnd(6)}${figures.map((figure) => figure.padStart(10)).join('')}  ${shown}`);
  }
}
