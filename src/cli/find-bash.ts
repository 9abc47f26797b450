import { posix, win32 } from 'node:path';

/** What is asked of the machine, so that tests can stand in for another one. */
export interface Machine {
  platform: NodeJS.Platform;
  env: Readonly<Record<string, string | undefined>>;
  exists: (path: string) => boolean;
}

/** Where bash is if not in PATH; Homebrew's first, since macOS itself has one of 2007. */
const USUAL = ['/opt/homebrew/bin/bash', '/usr/local/bin/bash', '/usr/bin/bash', '/bin/bash'];

/** From the folder of a `git.exe` to the bash that came with it: of `cmd` or `bin`, of `mingw64\bin`, of Scoop's shims. */
const BESIDE_GIT = ['..\\bin', '..\\..\\bin', '..\\apps\\git\\current\\bin'];

/**
 * Find bash, in which the lab ran the checks; null if there is none.
 *
 * On Windows this is the one of Git for Windows, or another in PATH, but not the `bash.exe` of System32 or of
 * WindowsApps: that one starts WSL, a machine of its own where the error does not show.
 */
export function findBash({ platform, env, exists }: Machine): string | null {
  return (platform === 'win32' ? onWindows(env, exists) : onPosix(env)).find(exists) ?? null;
}

function onPosix(env: Machine['env']): string[] {
  const folders = (env['PATH'] ?? '').split(':').filter((folder) => folder.startsWith('/'));
  return [...folders.map((folder) => posix.join(folder, 'bash')), ...USUAL];
}

function onWindows(env: Machine['env'], exists: Machine['exists']): string[] {
  const folders = (env['PATH'] ?? '')
    .split(';')
    .map((folder) => folder.replaceAll('"', '').trim())
    .filter((folder) => win32.isAbsolute(folder));
  const besideGit = folders
    .filter((folder) => exists(win32.join(folder, 'git.exe')))
    .flatMap((folder) => BESIDE_GIT.map((way) => win32.join(folder, way)));
  const installed = [
    env['ProgramFiles'],
    env['ProgramFiles(x86)'],
    env['LOCALAPPDATA'] && win32.join(env['LOCALAPPDATA'], 'Programs'),
  ].flatMap((folder) => (folder ? [win32.join(folder, 'Git', 'bin')] : []));
  const windows = (env['SystemRoot'] ?? 'C:\\Windows').toLowerCase();
  const startsWsl = (folder: string): boolean =>
    `${folder.toLowerCase()}\\`.startsWith(`${windows}\\`) || /\\windowsapps\\?$/i.test(folder);
  return [...besideGit, ...installed, ...folders.filter((folder) => !startsWsl(folder))].map((folder) =>
    win32.join(folder, 'bash.exe'),
  );
}
