import { once } from 'node:events';
import { chownSync, existsSync, mkdirSync } from 'node:fs';
import { open, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { CannotRunHere } from '../errors.ts';
import { enterNamespace, FIRST_HOST_ID, isHostRoot } from '../sandbox/namespace.ts';
import { buildOnce, cacheFolder, contentKey } from './cache.ts';
import { mustRun } from './command.ts';
import { findProgram, tool } from './tools.ts';

/** What every root file system has besides the packages that an entry wants. */
const BASE_PACKAGES = ['ca-certificates', 'curl', 'iproute2', 'procps', 'psmisc'];

const DEFAULT_MIRROR = 'http://deb.debian.org/debian';

/** A root file system of a Debian suite, complete in the cache. */
export interface DebianRoot {
  /** Folder that becomes `/`. */
  root: string;
  /** Package to its exact version, for the packages that were asked for. */
  packages: Record<string, string>;
}

/**
 * Provide the root file system of a Debian suite with packages on top, from the cache where it was
 * built before. It is kept until `update` asks for what the suite holds today.
 *
 * @throws CannotRunHere where the host lacks apt, the rights or the network.
 */
export async function provideDebian(
  suite: string,
  wanted: readonly string[],
  update = false,
): Promise<DebianRoot> {
  const packages = [...new Set([...BASE_PACKAGES, ...wanted])].sort();
  const name = `${suite}-${contentKey(packages)}`;
  const folder = (update ? null : await newest(name)) ?? (await build(name, suite, packages));
  const versions = JSON.parse(await readFile(join(folder, 'versions.json'), 'utf8')) as Record<
    string,
    string
  >;
  return {
    root: join(folder, 'root'),
    packages: Object.fromEntries(wanted.map((id) => [id, versions[id] ?? ''])),
  };
}

/** Find the last one built of that suite and those packages. */
async function newest(name: string): Promise<string | null> {
  const parent = join(cacheFolder(), 'debian');
  const all = existsSync(parent) ? await readdir(parent) : [];
  const last = all
    .filter((folder) => folder.startsWith(`${name}-`) && /-\d+$/.test(folder))
    .sort()
    .at(-1);
  return last === undefined ? null : join(parent, last);
}

async function build(name: string, suite: string, packages: readonly string[]): Promise<string> {
  needApt();
  const mirror = process.env['FIXRATE_LAB_MIRROR'] || DEFAULT_MIRROR;
  const date = await releaseDate(mirror, suite);
  return buildOnce(join(cacheFolder(), 'debian', `${name}-${date}`), async (draft) => {
    const archive = join(draft, 'root.tar');
    await bootstrap(archive, suite, packages, mirror);
    await unpack(archive, join(draft, 'root'));
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

/** Read when the suite was last released, as `20250809091630`. */
async function releaseDate(mirror: string, suite: string): Promise<string> {
  const file = join(tmpdir(), `fixrate-release-${suite}-${process.pid}`);
  const helper = '/usr/lib/apt/apt-helper';
  await mustRun(`reach ${mirror} (is there a network?)`, helper, [
    ...['-o', 'APT::Sandbox::User=root', 'download-file', `${mirror}/dists/${suite}/InRelease`, file],
  ]);
  const text = await readFile(file, 'utf8');
  await mustRun('remove a file', 'rm', [file]);
  const date = /^Date: (.+)$/m.exec(text)?.[1] ?? '';
  return new Date(date).toISOString().replace(/\D/g, '').slice(0, 14);
}

/** Pack a suite into a tar archive. Its commands as root of the archive: an ordinary user, its list of packages. */
async function bootstrap(
  archive: string,
  suite: string,
  packages: readonly string[],
  mirror: string,
): Promise<void> {
  const mmdebstrap = await tool('mmdebstrap', 'usr/bin/mmdebstrap');
  const mode = isHostRoot() ? 'root' : 'unshare';
  await mustRun(`build the Debian suite ${suite}`, 'perl', [
    mmdebstrap,
    `--mode=${mode}`,
    '--variant=minbase',
    '--format=tar',
    `--include=${packages.join(',')}`,
    '--aptopt=APT::Install-Recommends "false"',
    // The release files of older suites have expired.
    '--aptopt=Acquire::Check-Valid-Until "false"',
    '--customize-hook=chroot "$1" useradd --create-home --uid 1000 --shell /bin/bash lab',
    '--customize-hook=printf "127.0.0.1 localhost lab\\n::1 localhost\\n" > "$1/etc/hosts"; echo lab > "$1/etc/hostname"; : > "$1/etc/resolv.conf"',
    `--customize-hook=chroot "$1" dpkg-query -W -f '\${Package} \${Version}\\n' > "$1/fixrate-packages"`,
    suite,
    archive,
    mirror,
  ], { timeout: 3600 });
}

/** Unpack with the ids that the sandbox has; device files are not made, the sandbox brings its own. */
async function unpack(archive: string, folder: string): Promise<void> {
  mkdirSync(folder, { mode: 0o755 });
  if (isHostRoot()) chownSync(folder, FIRST_HOST_ID, FIRST_HOST_ID);
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
