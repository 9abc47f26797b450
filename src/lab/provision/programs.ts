import { existsSync } from 'node:fs';
import { chmod, link, mkdir, readdir, readFile, rm, stat, symlink } from 'node:fs/promises';
import { basename, dirname, join, posix, relative } from 'node:path';
import type { WantedPackage } from './carriers.ts';

/** Where packages that name no programs have them. */
const PROGRAM_FOLDERS = ['', 'bin', 'native/bin'];

interface Manifest {
  name?: string;
  bin?: string | Record<string, string>;
}

/** Do for carried tools what their install scripts would: symbolic links, and programs in their places. */
export async function finishPackages(modules: string, wanted: readonly WantedPackage[]): Promise<void> {
  for (const { folder, carrier } of wanted) {
    const home = join(modules, folder);
    if (carrier?.links !== undefined) await makeLinks(home, carrier.links);
    const { replace } = carrier ?? {};
    const from = join(modules, replace?.package[process.arch] ?? '', replace?.file ?? '');
    if (replace === undefined || !existsSync(from)) continue;
    for (const name of replace.at) {
      await rm(join(home, name), { force: true });
      await link(from, join(home, name));
    }
  }
}

async function makeLinks(home: string, list: string): Promise<void> {
  const text = await readFile(join(home, list), 'utf8').catch(() => '[]');
  for (const { source, target } of JSON.parse(text) as { source: string; target: string }[]) {
    if (!isInside(source) || !isInside(target) || existsSync(join(home, target))) continue;
    await symlink(relative(dirname(target), source), join(home, target));
  }
}

/**
 * Link the programs of packages into the folder `bin` of a prefix. Only those of what was asked for are
 * there: what a package brings along stays behind it. Where two have a program of the same name, a
 * package under its own name comes before one that was given another.
 */
export async function linkPrograms(prefix: string, wanted: readonly WantedPackage[]): Promise<void> {
  const bin = join(prefix, 'bin');
  await mkdir(bin, { recursive: true });
  const ordered = wanted.toSorted((a, b) => Number(isRenamed(a)) - Number(isRenamed(b)));
  for (const one of ordered) {
    const home = join(prefix, 'node_modules', one.folder);
    for (const [name, path] of Object.entries(one.carrier?.programs ?? (await programsOf(home)))) {
      const file = join(home, path);
      if (!isInside(path) || !existsSync(file) || existsSync(join(bin, name))) continue;
      await chmod(file, 0o755);
      await symlink(relative(bin, file), join(bin, name));
    }
  }
}

function isRenamed({ folder, package: real }: WantedPackage): boolean {
  return folder !== real;
}

/** Find the programs that a package names; without any, the executable files that it has. */
async function programsOf(home: string): Promise<Record<string, string>> {
  const { name = '', bin } = JSON.parse(await readFile(join(home, 'package.json'), 'utf8')) as Manifest;
  if (typeof bin === 'string') return { [basename(name)]: bin };
  if (bin !== undefined && Object.keys(bin).length > 0) {
    return Object.fromEntries(Object.entries(bin).map(([key, path]) => [basename(key), path]));
  }
  const found: Record<string, string> = {};
  for (const folder of PROGRAM_FOLDERS) {
    for (const file of await readdir(join(home, folder)).catch(() => [])) {
      const path = posix.join(folder, file);
      const { mode, isFile } = await stat(join(home, path)).then((one) => ({
        mode: one.mode,
        isFile: one.isFile(),
      }));
      if (isFile && (mode & 0o111) !== 0) found[file] ??= path;
    }
  }
  return found;
}

/** Tell whether a path that a package names stays inside it. */
function isInside(path: string): boolean {
  const plain = posix.normalize(path);
  return !plain.startsWith('/') && plain !== '..' && !plain.startsWith('../');
}
