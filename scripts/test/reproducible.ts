// Builds a small knowledge base twice, under unlike conditions, and compares every byte: once from nothing, once after an
// earlier build of a former state, which leaves pages, exports and indexes behind.
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { ASTRO_BUILD } from '../build.ts';
import { ROOT, runNode } from '../process.ts';

/** How many entries, from the first on; every kind of file comes of two, and one goes away. */
const ENTRIES = 3;

/** What may differ between two builds, and must leave no trace. */
const CONDITIONS = [
  { cache: 'used', TZ: 'UTC', LC_ALL: 'C' },
  { cache: 'new', TZ: 'Asia/Shanghai', LC_ALL: 'zh_CN.UTF-8' },
];

const folder = mkdtempSync(join(tmpdir(), 'fixrate-twice-'));
process.exitCode = 1;
try {
  const ids = copyContent(join(folder, 'content'));
  const former = await build({ cache: 'used' });
  change(ids);
  const built: Map<string, string>[] = [];
  for (const { cache, ...conditions } of CONDITIONS) built.push(await build({ cache, ...conditions }));
  const [one = new Map(), other = new Map()] = built;
  const paths = new Set([...one.keys(), ...other.keys()]);
  const unlike = [...paths].filter((path) => one.get(path) !== other.get(path)).sort();
  for (const path of unlike) console.error(`${path} differs between two builds of the same content`);
  const changed = [...one].filter(([path, digest]) => former.get(path) !== digest).length;
  console.log(`${paths.size} files, ${unlike.length} of them differ between two builds; ${changed} changed`);
  process.exitCode = unlike.length === 0 && changed > 0 ? 0 : 1;
} finally {
  rmSync(folder, { recursive: true });
}

/** @returns ids of the entries */
function copyContent(target: string): string[] {
  const content = join(ROOT, 'content');
  cpSync(content, target, {
    recursive: true,
    filter: (path) => !relative(content, path).startsWith('errors'),
  });
  const errors = join(content, 'errors');
  const ids = readdirSync(errors).flatMap((domain) =>
    readdirSync(join(errors, domain)).map((slug) => join(domain, slug)),
  );
  const copied = ids.sort().slice(0, ENTRIES);
  for (const id of copied) cpSync(join(errors, id), join(target, 'errors', id), { recursive: true });
  return copied;
}

/** Take one entry away, so that the page of the next one changes though that entry does not, and edit another. */
function change([removed = '', , edited = '']: readonly string[]): void {
  const text = join(folder, 'content/errors', edited, 'en.mdx');
  writeFileSync(text, readFileSync(text, 'utf8').replace(/^(title: .*?)(["']?)$/m, '$1, edited$2'));
  rmSync(join(folder, 'content/errors', removed), { recursive: true });
}

/** Build; path to digest of every file. */
async function build({
  cache,
  ...conditions
}: { cache: string } & Record<string, string>): Promise<Map<string, string>> {
  const dist = join(folder, `dist-${cache}`);
  const status = await runNode([...ASTRO_BUILD, '--silent'], {
    FIXRATE_CONTENT: join(folder, 'content'),
    FIXRATE_DIST: dist,
    FIXRATE_CACHE: join(folder, `cache-${cache}`),
    SITE_URL: 'https://kb.example',
    BASE_PATH: '/kb/',
    REPOSITORY_URL: 'https://code.example/owner/name',
    ...conditions,
  });
  if (status !== 0) throw new Error(`a build with the cache "${cache}" failed`);
  const files = readdirSync(dist, { recursive: true, withFileTypes: true }).filter((item) => item.isFile());
  return new Map(
    files.map((item) => {
      const path = join(item.parentPath, item.name);
      return [relative(dist, path), createHash('sha256').update(readFileSync(path)).digest('hex')];
    }),
  );
}
