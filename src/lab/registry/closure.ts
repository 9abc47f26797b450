import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { readManifest } from '../../npm/tarball.ts';
import { Unavailable } from '../errors.ts';
import { buildOnce, cacheFolder, contentKey } from '../provision/cache.ts';
import { explainNpm } from '../provision/explain.ts';
import { HARMLESS, runNpm } from '../provision/host-npm.ts';
import { type Progress, watchGrowth } from '../provision/progress.ts';
import type { Version } from './build.ts';

/** What a lock file of npm says of a package. */
interface Locked {
  name?: string;
  version?: string;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
}

/** How many packages one call of npm fetches. */
const BATCH = 40;

/**
 * Provide packages of npm's registry with all that they depend on, as it is on the day when they are first
 * wanted. What they depend on for other machines is listed without a tarball, as it is never fetched.
 *
 * @param packages each as name@version.
 * @throws Unavailable where one does not exist or cannot be fetched.
 */
export async function provideClosure(packages: readonly string[], progress: Progress): Promise<Version[]> {
  if (packages.length === 0) return [];
  const key = contentKey(process.arch, [...packages].sort());
  const folder = await buildOnce(join(cacheFolder(), 'npm-closure', key), (draft) =>
    watchGrowth(`fetching ${packages.join(', ')} for a registry`, draft, progress, async () => {
      const locked = await resolveAll(draft, packages);
      await writeFile(join(draft, 'listed.json'), JSON.stringify(locked.filter((one) => !isForHere(one))));
      await fetchAll(join(draft, 'tarballs'), locked.filter(isForHere).map(specOf));
    }),
  );
  return readClosure(folder);
}

/** Resolve packages, each as if it were alone: two versions of one package may both be wanted. */
async function resolveAll(draft: string, packages: readonly string[]): Promise<Locked[]> {
  const project = join(draft, 'project');
  await mkdir(project);
  const dependencies = Object.fromEntries(packages.map((spec, index) => [`wanted-${index}`, `npm:${spec}`]));
  await writeFile(
    join(project, 'package.json'),
    JSON.stringify({ name: 'closure', private: true, dependencies }),
  );
  const flags = ['--package-lock-only', '--legacy-peer-deps', '--no-audit', '--no-fund', ...HARMLESS];
  const { code, stderr } = await runNpm(['install', ...flags], { cwd: project });
  if (code !== 0) throw new Unavailable(explainNpm(stderr, packages));
  const text = await readFile(join(project, 'package-lock.json'), 'utf8');
  const { packages: locked } = JSON.parse(text) as { packages: Record<string, Locked> };
  const all = Object.entries(locked).flatMap(([path, one]) => {
    const name = one.name ?? path.split('node_modules/').at(-1) ?? '';
    return path === '' ? [] : [{ ...one, name }];
  });
  return [...new Map(all.map((one) => [specOf(one), one])).values()];
}

function specOf({ name, version }: Locked): string {
  return `${name}@${version}`;
}

/** Tell whether a package is for this machine, or is none that may be left out. */
function isForHere({ optional, os, cpu }: Locked): boolean {
  const fits = (wanted: string[] | undefined, here: string): boolean =>
    wanted === undefined ||
    ((wanted.includes(here) || wanted.every((one) => one.startsWith('!'))) && !wanted.includes(`!${here}`));
  return optional !== true || (fits(os, process.platform) && fits(cpu, process.arch));
}

async function fetchAll(folder: string, specs: readonly string[]): Promise<void> {
  await mkdir(folder);
  for (let start = 0; start < specs.length; start += BATCH) {
    const some = specs.slice(start, start + BATCH);
    const flags = ['--pack-destination', folder, ...HARMLESS];
    const { code, stderr } = await runNpm(['pack', ...flags, '--', ...some]);
    if (code !== 0) throw new Unavailable(explainNpm(stderr, some));
  }
}

async function readClosure(folder: string): Promise<Version[]> {
  const files = await readdir(join(folder, 'tarballs'));
  const fetched = await Promise.all(
    files.map(async (file): Promise<Version> => {
      const tarball = await readFile(join(folder, 'tarballs', file));
      return { manifest: (await readManifest(tarball)) as Version['manifest'], tarball };
    }),
  );
  const listed = JSON.parse(await readFile(join(folder, 'listed.json'), 'utf8')) as Locked[];
  const others = listed.map(({ name = '', version = '', os, cpu }) => ({
    manifest: { name, version, os, cpu },
    tarball: null,
  }));
  return [...fetched, ...others];
}
