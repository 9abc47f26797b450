// Builds a small knowledge base twice, under unlike conditions, and compares every byte.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ROOT, runNode } from '../process.ts';

/** How many entries, from the first on; every kind of file comes of two. */
const ENTRIES = 2;

/** What may differ between two machines, and must leave no trace. */
const CONDITIONS = [
  { TZ: 'UTC', LC_ALL: 'C' },
  { TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' },
];

const folder = mkdtempSync(join(tmpdir(), 'fixrate-twice-'));
process.exitCode = 1;
try {
  copyContent(join(folder, 'content'));
  const built: Map<string, string>[] = [];
  for (const [place, conditions] of CONDITIONS.entries()) built.push(await build(place, conditions));
  const [one = new Map(), other = new Map()] = built;
  const paths = new Set([...one.keys(), ...other.keys()]);
  const unlike = [...paths].filter((path) => one.get(path) !== other.get(path)).sort();
  for (const path of unlike) console.error(`${path} differs between two builds of the same content`);
  console.log(`${paths.size} files, ${unlike.length} of them differ between two builds`);
  process.exitCode = unlike.length === 0 && paths.size > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

function copyContent(target: string): void {
  const content = join(ROOT, 'content');
  cpSync(content, target, {
    recursive: true,
    filter: (path) => !relative(content, path).startsWith('errors'),
  });
  const errors = join(content, 'errors');
  const ids = readdirSync(errors).flatMap((domain) =>
    readdirSync(join(errors, domain)).map((slug) => join(domain, slug)),
  );
  for (const id of ids.sort().slice(0, ENTRIES))
    cpSync(join(errors, id), join(target, 'errors', id), { recursive: true });
}

/** Build from nothing; path to digest of every file. */
async function build(place: number, conditions: Record<string, string>): Promise<Map<string, string>> {
  const dist = join(folder, `dist-${place}`);
  const status = await runNode(['node_modules/astro/bin/astro.mjs', 'build', '--silent'], {
    FIXRATE_CONTENT: join(folder, 'content'),
    FIXRATE_DIST: dist,
    FIXRATE_CACHE: join(folder, `cache-${place}`),
    SITE_URL: 'https://kb.example',
    BASE_PATH: '/kb/',
    REPOSITORY_URL: 'https://code.example/owner/name',
    ...conditions,
  });
  if (status !== 0) throw new Error(`build ${place + 1} failed`);
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return new Map(
    files.map((item) => {
      const path = join(item.parentPath, item.name);
      return [relative(dist, path), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}
