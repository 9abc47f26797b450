import { chownSync, cpSync, existsSync, lstatSync, mkdirSync, readlinkSync, symlinkSync } from 'node:fs';
import { readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { firstHostId, isHostRoot } from '../sandbox/namespace.ts';
import { buildOnce, cacheFolder, contentKey } from './cache.ts';
import type { Mount } from './environment.ts';

/** Folders of a root file system that are links on most hosts and folders on some. */
const SYSTEM_FOLDERS = ['bin', 'sbin', 'lib', 'lib64', 'lib32'];

/** What a sandbox over the host's own system has of the host's /etc: how libraries and certificates are found. */
const SYSTEM_FILES = ['ld.so.cache', 'ld.so.conf', 'ld.so.conf.d', 'alternatives', 'ssl/certs', 'os-release'];

const OWN_FOLDERS = ['etc', 'home', 'home/lab', 'tmp', 'run', 'var', 'var/tmp', 'usr', 'opt', 'root'];

const ACCOUNTS = {
  passwd: 'root:x:0:0:root:/root:/bin/bash\nlab:x:1000:1000::/home/lab:/bin/bash\n',
  group: 'root:x:0:\nlab:x:1000:\n',
  hosts: '127.0.0.1 localhost lab\n::1 localhost\n',
  hostname: 'lab\n',
};

/** Changes when folders are made otherwise, so that older ones are left aside. */
const LAYOUT = 2;

/** A root file system made of the host's own programs. */
export interface HostRoot {
  /** Folder that becomes `/`: nearly empty. */
  root: string;
  /** The host's system folders, to be seen read-only. */
  mounts: Mount[];
  /** Name of the host's distribution to its version, as os-release has them. */
  system: Record<string, string>;
}

/** Provide a root file system that shows the host's /usr, and nothing of its homes, its /var or its secrets. */
export async function provideHostRoot(): Promise<HostRoot> {
  const release = await readFile('/etc/os-release', 'utf8').catch(() => '');
  const stamps = SYSTEM_FILES.map((name) => {
    const path = join('/etc', name);
    return existsSync(path) ? lstatSync(path).mtimeMs : 0;
  });
  const folder = join(
    cacheFolder(),
    'host',
    contentKey(LAYOUT, release, stamps, OWN_FOLDERS, ACCOUNTS, firstHostId()),
  );
  await buildOnce(folder, buildRoot);
  const mounts: Mount[] = [{ source: '/usr', target: '/usr' }];
  for (const name of SYSTEM_FOLDERS) {
    const path = `/${name}`;
    if (existsSync(path) && !lstatSync(path).isSymbolicLink()) mounts.push({ source: path, target: path });
  }
  return { root: folder, mounts, system: readSystem(release) };
}

async function buildRoot(root: string): Promise<void> {
  for (const name of OWN_FOLDERS) mkdirSync(join(root, name), { mode: 0o755 });
  for (const [name, text] of Object.entries(ACCOUNTS)) await writeFile(join(root, 'etc', name), text);
  for (const name of SYSTEM_FILES) {
    const path = join('/etc', name);
    if (!existsSync(path)) continue;
    mkdirSync(dirname(join(root, 'etc', name)), { recursive: true });
    cpSync(path, join(root, 'etc', name), { recursive: true, verbatimSymlinks: true });
  }
  for (const name of SYSTEM_FOLDERS) {
    const path = `/${name}`;
    if (existsSync(path) && lstatSync(path).isSymbolicLink())
      symlinkSync(readlinkSync(path), join(root, name));
  }
  if (!isHostRoot()) return;
  // They belong to the ids that stand for root and the ordinary user in a sandbox.
  const first = firstHostId();
  const accounts = Object.keys(ACCOUNTS).map((name) => join('etc', name));
  for (const name of ['', ...OWN_FOLDERS, ...accounts]) chownSync(join(root, name), first, first);
  chownSync(join(root, 'home/lab'), first + 1000, first + 1000);
}

function readSystem(release: string): Record<string, string> {
  const field = (name: string): string =>
    new RegExp(`^${name}="?([^"\\n]+)"?$`, 'm').exec(release)?.[1] ?? '';
  return field('ID') === '' ? {} : { [field('ID')]: field('VERSION_ID') || 'rolling' };
}
