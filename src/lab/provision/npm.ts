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
const RUNTIMES: Record<string, string> = { node: `node-linux-${process.arch}` };

/**
 * Provide npm packages in a folder of their own. What was resolved once is kept until `update`.
 *
 * @param wanted name to version or range as npm has it; `node` is the runtime itself.
 * @throws CannotRunHere where npm fails.
 */
export async function provideNpm(
  wanted: Readonly<Record<string, string>>,
  update = false,
): Promise<NpmPrefix> {
  const specs = Object.entries(wanted)
    .map(([name, version]) => `${RUNTIMES[name] ?? name}@${version}`)
    .sort();
  const name = contentKey(process.arch, specs);
  const kept = update ? null : await newest(name);
  const stamp = new Date().toISOString().replace(/\D/g, '').slice(0, 14);
  const folder =
    kept ?? (await buildOnce(join(home(), `${name}-${stamp}`), (draft) => install(draft, specs)));
  const versions = await Promise.all(
    Object.keys(wanted).map(async (id) => [id, await installedVersion(folder, RUNTIMES[id] ?? id)] as const),
  );
  return { folder, versions: Object.fromEntries(versions) };
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
    const bin = join(prefix.folder, 'node_modules', '.bin');
    const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
    const cache = join(draft, 'cache');
    for (const name of packages) {
      const project = join(draft, 'project');
      await mkdir(project, { recursive: true });
      await writeFile(join(project, 'package.json'), '{"name":"warm","version":"1.0.0"}');
      const npm = existsSync(join(bin, 'npm')) ? (['npm', []] as const) : hostNpm();
      const args = [...npm[1], 'install', '--cache', cache, '--ignore-scripts', '--legacy-peer-deps', name];
      await mustRun(`fetch ${name} for offline installs`, npm[0], args, { cwd: project, env });
      await mustRun('remove a folder', 'rm', ['-rf', project]);
    }
  });
}

async function install(folder: string, specs: readonly string[]): Promise<void> {
  await writeFile(join(folder, 'package.json'), '{"private":true}');
  const [program, args] = hostNpm();
  const options: CommandOptions = { cwd: folder };
  const flags = ['--prefix', folder, '--ignore-scripts', '--no-save', '--no-audit', '--no-fund'];
  await mustRun(`install ${specs.join(', ')}`, program, [...args, 'install', ...flags, ...specs], options);
}

/** The npm that runs this script, else the one on the PATH. */
function hostNpm(): readonly [string, readonly string[]] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
}

async function newest(name: string): Promise<string | null> {
  const all = existsSync(home()) ? await readdir(home()) : [];
  const last = all
    .filter((folder) => folder.startsWith(`${name}-`) && /-\d+$/.test(folder))
    .sort()
    .at(-1);
  return last === undefined ? null : join(home(), last);
}

function home(): string {
  return join(cacheFolder(), 'npm');
}

async function installedVersion(folder: string, name: string): Promise<string> {
  const text = await readFile(join(folder, 'node_modules', name, 'package.json'), 'utf8');
  return String((JSON.parse(text) as { version: string }).version);
}
