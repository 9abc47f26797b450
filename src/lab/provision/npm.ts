import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildOnce, cacheFolder, contentKey } from './cache.ts';
import { type CommandOptions, mustRun } from './command.ts';

/** npm packages of an environment, installed in the cache. */
export interface NpmPrefix {
  /** Folder whose `node_modules/.bin` goes on the PATH. */
  folder: string;
  /** Name as lab.yaml has it (`node`, `npm`, `typescript`) to its exact version. */
  versions: Record<string, string>;
}

/** The packages that carry runtimes as plain binaries, by the name that lab.yaml gives them. */
const RUNTIMES: Readonly<Record<string, string>> = { node: `node-linux-${process.arch}` };

/** No script of a package runs on the host, and no dependency brings npm to run git on an address. */
const HARMLESS = ['--ignore-scripts', '--git=/bin/false'];

export interface NpmOptions {
  /** Exact versions that an earlier run resolved, by name; they are kept. */
  pins?: Readonly<Record<string, string>>;
  /** Whether to resolve anew. */
  update?: boolean;
}

/**
 * Provide npm packages in a folder of their own. What was resolved once is kept until `update`.
 *
 * @param wanted name to version or range as npm has it; `node` is the runtime itself.
 * @throws CannotRunHere where npm fails.
 */
export async function provideNpm(
  wanted: Readonly<Record<string, string>>,
  { pins = {}, update = false }: NpmOptions = {},
): Promise<NpmPrefix> {
  const key = contentKey(process.arch, Object.entries(wanted).sort());
  if (!update) {
    for (const folder of await built(key)) {
      const versions = await installedVersions(folder, wanted);
      if (Object.entries(versions).every(([name, version]) => (pins[name] ?? version) === version)) {
        return { folder, versions };
      }
    }
  }
  const specs = Object.entries(wanted).map(
    ([name, version]) => `${packageOf(name)}@${update ? version : (pins[name] ?? version)}`,
  );
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder = await buildOnce(join(home(), `${key}-${stamp}`), (draft) => install(draft, specs));
  return { folder, versions: await installedVersions(folder, wanted) };
}

/** Tell whether a tool comes from npm whatever an environment asks for. */
export function isNpmRuntime(name: string): boolean {
  return RUNTIMES[name] !== undefined;
}

/**
 * Provide an npm cache that holds packages and all that they depend on, warmed by the npm of the
 * environment itself, because versions of npm cannot read one another's caches.
 *
 * @param prefix where that npm (and node) is installed.
 */
export async function provideNpmCache(packages: readonly string[], prefix: NpmPrefix): Promise<string> {
  const key = contentKey([...packages].sort(), prefix.versions);
  return buildOnce(join(cacheFolder(), 'npm-cache', key), async (draft) => {
    const npm = npmOf(prefix.folder);
    const cache = join(draft, 'cache');
    for (const name of packages) {
      const project = join(draft, 'project');
      await mkdir(project, { recursive: true });
      await writeFile(join(project, 'package.json'), '{"name":"warm","version":"1.0.0"}');
      const flags = ['--cache', cache, '--legacy-peer-deps', ...HARMLESS];
      const args = [...npm[1], 'install', ...flags, '--', name];
      await mustRun(`fetch ${name} for offline installs`, npm[0], args, { cwd: project });
      await mustRun('remove a folder', 'rm', ['-rf', project]);
    }
  });
}

async function install(folder: string, specs: readonly string[]): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const [program, args] = hostNpm();
  const options: CommandOptions = { cwd: folder };
  const flags = ['--prefix', folder, '--no-save', '--no-audit', '--no-fund', ...HARMLESS];
  await mustRun(
    `install ${specs.join(', ')}`,
    program,
    [...args, 'install', ...flags, '--', ...specs],
    options,
  );
}

/**
 * The npm of an environment, run by its own node. Nothing is looked up among the commands of its packages:
 * any of them could bring a `node` of its own, which would run on the host.
 */
function npmOf(folder: string): readonly [string, readonly string[]] {
  const modules = join(folder, 'node_modules');
  const script = join(modules, 'npm', 'bin', 'npm-cli.js');
  if (!existsSync(script)) return hostNpm();
  const node = join(modules, packageOf('node'), 'bin', 'node');
  return [existsSync(node) ? node : process.execPath, [script]];
}

/** The npm that runs this script, else the one on the PATH. */
function hostNpm(): readonly [string, readonly string[]] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
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

function packageOf(name: string): string {
  return RUNTIMES[name] ?? name;
}

async function installedVersions(
  folder: string,
  wanted: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const versions: Record<string, string> = {};
  for (const name of Object.keys(wanted)) {
    const text = await readFile(join(folder, 'node_modules', packageOf(name), 'package.json'), 'utf8');
    versions[name] = String((JSON.parse(text) as { version: string }).version);
  }
  return versions;
}
