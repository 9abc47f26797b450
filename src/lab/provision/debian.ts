import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CannotRunHere } from '../errors.ts';
import { enterNamespace, firstHostId, hasOwnIds, isHostRoot } from '../sandbox/namespace.ts';
import { BASE_PACKAGES, packSuite } from './bootstrap.ts';
import { buildOnce, cacheFolder, contentKey } from './cache.ts';
import { mustRun } from './command.ts';
import { type Progress, silent, watchGrowth } from './progress.ts';
import { findRelease } from './release.ts';
import { findProgram } from './tools.ts';

/** A root file system of a Debian suite, complete in the cache. */
export interface DebianRoot {
  /** Folder that becomes `/`. */
  root: string;
  /** Package to its exact version, for the packages that were asked for. */
  packages: Record<string, string>;
  /** ISO 8601 date of the release file from which it was built. */
  released: string;
}

/**
 * Provide the root file system of a Debian suite with packages on top, from the cache where it was
 * built before. It is kept until `update` asks for what the suite holds today.
 *
 * @throws CannotRunHere where the host lacks apt or the rights; Unavailable where the suite or a package
 *   of it cannot be had.
 */
export async function provideDebian(
  suite: string,
  wanted: readonly string[],
  update = false,
  progress: Progress = silent,
): Promise<DebianRoot> {
  const packages = [...new Set([...BASE_PACKAGES, ...wanted])].sort();
  const name = `${suite}-${contentKey(packages)}`;
  const folder = (update ? null : await newest(name)) ?? (await build(name, suite, packages, progress));
  const versions = JSON.parse(await readFile(join(folder, 'versions.json'), 'utf8')) as Record<
    string,
    string
  >;
  return {
    root: join(folder, 'root'),
    packages: Object.fromEntries(wanted.map((id) => [id, versions[id] ?? ''])),
    released: (/-(\d{14})$/.exec(folder)?.[1] ?? '').replace(/^(\d{4})(\d\d)(\d\d).*/, '$1-$2-$3'),
  };
}

/** Folder of all root file systems; where sandboxes have the host's ids, their files have other owners. */
function home(): string {
  return join(cacheFolder(), hasOwnIds() ? 'debian' : 'debian-host-ids');
}

/** Find the last one built of that suite and those packages. */
async function newest(name: string): Promise<string | null> {
  const parent = home();
  const all = existsSync(parent) ? await readdir(parent) : [];
  const last = all
    .filter((folder) => folder.startsWith(`${name}-`) && /-\d+$/.test(folder))
    .sort()
    .at(-1);
  return last === undefined ? null : join(parent, last);
}

async function build(
  name: string,
  suite: string,
  packages: readonly string[],
  progress: Progress,
): Promise<string> {
  needApt();
  const release = await findRelease(suite);
  return buildOnce(join(home(), `${name}-${release.date}`), async (draft) => {
    const archive = join(draft, 'root.tar');
    let phase = '';
    const work = async (): Promise<void> => {
      await packSuite(archive, { name: suite, ...release }, packages, (text) => {
        phase = /^I: (.+)$/m.exec(text)?.[1]?.replace(/\.+$/, '') ?? phase;
      });
      phase = 'unpacking';
      await unpack(archive, join(draft, 'root'));
    };
    const what = `building Debian ${suite} with ${packages.join(', ')}`;
    await watchGrowth(what, draft, progress, work, () => phase);
    const list = await mustRun('read the list of packages', 'tar', ['-xOf', archive, './fixrate-packages']);
    await writeFile(join(draft, 'versions.json'), JSON.stringify(parseVersions(list), null, 1));
    await mustRun('remove an archive', 'rm', [archive]);
  });
}

function needApt(): void {
  if (findProgram('apt-get') === null || findProgram('perl') === null) {
    throw new CannotRunHere(
      'Debian suites are built with apt: run the lab on Debian or Ubuntu, or in a container of one.',
    );
  }
  if (!isHostRoot() && findProgram('newuidmap') === null) {
    throw new CannotRunHere(
      'To build a Debian suite takes root, or newuidmap and a line for you in /etc/subuid: run the lab with sudo, or install uidmap.',
    );
  }
}

/** Unpack with the ids that the sandbox has; device files are not made, the sandbox brings its own. */
async function unpack(archive: string, folder: string): Promise<void> {
  mkdirSync(folder, { mode: 0o755 });
  if (isHostRoot()) chownSync(folder, firstHostId(), firstHostId());
  const input = await open(archive);
  const owner = isHostRoot() ? '--same-owner' : '--no-same-owner';
  try {
    const child = await enterNamespace({
      before: '',
      program: `tar -x -p ${owner} --exclude=./dev/* --exclude=./fixrate-packages -f /proc/self/fd/3`,
      stdio: ['pipe', 'pipe', 'inherit', input.fd],
      cwd: folder,
    });
    const [code] = (await once(child, 'exit')) as [number | null];
    if (code !== 0)
      throw new CannotRunHere(`Cannot unpack the Debian suite into ${folder}: tar ended with ${code}.`);
  } finally {
    await input.close();
  }
}

function parseVersions(list: string): Record<string, string> {
  return Object.fromEntries(
    list
      .trim()
      .split('\n')
      .map((line) => line.split(' ') as [string, string]),
  );
}
