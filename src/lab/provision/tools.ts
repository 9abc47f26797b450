import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import { CannotRunHere } from '../errors.ts';
import { buildOnce, cacheFolder } from './cache.ts';
import { mustRun } from './command.ts';

/** Find a program on the host's PATH (and in the folders for administrators), or null. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/sbin', '/sbin'];
  for (const folder of folders) {
    const path = join(folder, name);
    if (folder !== '' && existsSync(path)) return path;
  }
  return null;
}

/**
 * Return the path of a program: the host's, or one unpacked from its Debian package into the cache.
 * Nothing is installed on the host.
 *
 * @param path of the program inside the package, such as `usr/bin/bwrap`.
 * @throws CannotRunHere where neither can be had.
 */
export async function tool(debianPackage: string, path: string): Promise<string> {
  const name = path.slice(path.lastIndexOf('/') + 1);
  const found = findProgram(name);
  if (found !== null) return found;
  if (findProgram('apt-get') === null || findProgram('dpkg') === null) {
    throw new CannotRunHere(`The lab needs ${name}: install the package ${debianPackage} and run it again.`);
  }
  const folder = await buildOnce(join(cacheFolder(), 'tools', debianPackage), (draft) =>
    unpackPackage(debianPackage, draft),
  );
  return join(folder, path);
}

async function unpackPackage(name: string, folder: string): Promise<void> {
  const doing = `fetch the Debian package ${name} (is there a network, and did apt-get update run?)`;
  const options = ['APT::Sandbox::User=root', 'Acquire::Retries=0', 'Acquire::http::Timeout=15'];
  const flags = options.flatMap((option) => ['-o', option]);
  await mustRun(doing, 'apt-get', [...flags, 'download', name], { cwd: folder });
  const archive = (await readdir(folder)).find((file) => file.endsWith('.deb'));
  if (archive === undefined) throw new CannotRunHere(`apt-get download ${name} brought no package.`);
  await mustRun(`unpack ${archive}`, 'dpkg', ['-x', archive, '.'], { cwd: folder });
}
