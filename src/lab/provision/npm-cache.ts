import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Unavailable } from '../errors.ts';
import { buildOnce, cacheFolder, contentKey } from './cache.ts';
import { mustRun, runCommand } from './command.ts';
import { explainNpm } from './explain.ts';
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
  const bin = join(prefix, 'bin');
  const env = { ...process.env, PATH: `${bin}:${process.env['PATH'] ?? ''}` };
  const project = join(draft, 'project');
  await mkdir(project, { recursive: true });
  await writeFile(join(project, 'package.json'), '{"name":"warm","version":"1.0.0"}');
  const flags = ['--cache', join(draft, 'cache'), '--ignore-scripts', '--legacy-peer-deps'];
  const { code, stderr } = await runCommand(join(bin, 'npm'), ['install', ...flags, name], {
    cwd: project,
    env,
  });
  if (code !== 0) throw new Unavailable(explainNpm(stderr, [name]));
  await mustRun('remove a folder', 'rm', ['-rf', project]);
}
