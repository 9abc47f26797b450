import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Unavailable } from '../errors.ts';
import { buildOnce, cacheFolder, contentKey } from './cache.ts';
import { wantedPackage } from './carriers.ts';
import { mustRun, runCommand } from './command.ts';
import { explainNpm } from './explain.ts';
import { HARMLESS, hostNpm } from './host-npm.ts';
import type { NpmPrefix } from './npm.ts';
import { type Progress, silent, watchGrowth } from './progress.ts';

/**
 * Provide an npm cache that holds packages and all that they depend on, warmed by the npm of the
 * environment itself, because versions of npm cannot read one another's caches.
 *
 * @param prefix where that npm (and node) is installed.
 * @throws Unavailable where a package cannot be had.
 */
export async function provideNpmCache(
  packages: readonly string[],
  prefix: Pick<NpmPrefix, 'folder' | 'versions'>,
  progress: Progress = silent,
): Promise<string> {
  const key = contentKey([...packages].sort(), prefix.versions);
  return buildOnce(join(cacheFolder(), 'npm-cache', key), (draft) =>
    watchGrowth(`fetching ${packages.join(', ')} for offline installs`, draft, progress, async () => {
      for (const name of packages) await warm(draft, name, prefix.folder);
    }),
  );
}

async function warm(draft: string, name: string, prefix: string): Promise<void> {
  const [program, words] = npmOf(prefix);
  const project = join(draft, 'project');
  await mkdir(project, { recursive: true });
  await writeFile(join(project, 'package.json'), '{"name":"warm","version":"1.0.0"}');
  const flags = ['--cache', join(draft, 'cache'), '--legacy-peer-deps', ...HARMLESS];
  const { code, stderr } = await runCommand(program, [...words, 'install', ...flags, '--', name], {
    cwd: project,
  });
  if (code !== 0) throw new Unavailable(explainNpm(stderr, [name]));
  await mustRun('remove a folder', 'rm', ['-rf', project]);
}

/**
 * The npm of an environment, run by its own node. Nothing is looked up among the programs of its packages:
 * any of them could bring a `node` or an `npm` of its own, which would run on the host.
 */
function npmOf(prefix: string): readonly [string, readonly string[]] {
  const modules = join(prefix, 'node_modules');
  const script = join(modules, 'npm', 'bin', 'npm-cli.js');
  if (!existsSync(script)) return hostNpm();
  const node = join(modules, wantedPackage('node', '*').folder, 'bin', 'node');
  return [existsSync(node) ? node : process.execPath, [script]];
}
