import { chmod, copyFile, mkdir, realpath, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Unavailable } from '../errors.ts';
import { findSandbox } from '../sandbox/detect.ts';
import { fullLimits } from '../sandbox/limits.ts';
import { Sandbox } from '../sandbox/sandbox.ts';
import { baseEnv, LAB, userScript } from '../trial/command.ts';
import { buildOnce, cacheFolder, contentKey } from './cache.ts';
import type { Provisioned } from './environment.ts';
import { findProgram } from './tools.ts';

const HOST_TARGET = '/opt/lab/host';

/** Below these a host has programs for everyone. Homes are never shown to a sandbox. */
const SHOWN = /^\/(?:usr|bin|sbin|lib\w*)\//;

/**
 * Put programs of the host on top of an environment, each as the one file that it is.
 *
 * @param programs names, as on the host's PATH.
 * @throws Unavailable where the host lacks one.
 */
export async function addHostFiles(to: Provisioned, programs: readonly string[]): Promise<void> {
  const files = await Promise.all(
    programs.map(async (name) => ({ name, path: await realpath(locate(name)) })),
  );
  const stamps = await Promise.all(
    files.map(async ({ name, path }) => {
      const { size, mtimeMs } = await stat(path);
      return [name, path, size, mtimeMs];
    }),
  );
  const folder = await buildOnce(join(cacheFolder(), 'host-programs', contentKey(stamps)), async (draft) => {
    await mkdir(join(draft, 'bin'));
    for (const { name, path } of files) {
      await copyFile(path, join(draft, 'bin', name));
      await chmod(join(draft, 'bin', name), 0o755);
    }
  });
  to.mounts.push({ source: folder, target: HOST_TARGET });
  to.path.push(`${HOST_TARGET}/bin`);
}

/**
 * Put the folders of programs of the host on the PATH of an environment whose root is the host's own.
 *
 * @throws Unavailable where the host lacks one, or has it where only its owner may look.
 */
export async function addHostPaths(to: Provisioned, programs: readonly string[]): Promise<void> {
  for (const name of programs) {
    const path = locate(name);
    if (!SHOWN.test(path) || !SHOWN.test(await realpath(path))) {
      throw new Unavailable(
        `${name} of this machine stands outside /usr, and the sandbox shows no other folder of it: install it for everyone.`,
      );
    }
    const folder = dirname(path);
    if (!to.path.includes(folder)) to.path.push(folder);
  }
}

function locate(name: string): string {
  const found = findProgram(name);
  if (found === null)
    throw new Unavailable(`This machine has no ${name}: install it, or leave this to one that has.`);
  return found;
}

/**
 * Ask programs of the host for their versions, in a sandbox of the environment, where they are to run.
 *
 * @param commands program to the command that prints its version.
 * @throws Unavailable where one does not run there or prints no version.
 */
export async function hostVersions(
  provisioned: Provisioned,
  commands: Readonly<Record<string, string>>,
): Promise<Record<string, string>> {
  const sandbox = await Sandbox.start(provisioned, fullLimits({}), await findSandbox());
  try {
    const versions: Record<string, string> = {};
    for (const [name, command] of Object.entries(commands)) {
      const env = baseEnv(LAB, provisioned.path);
      const process = sandbox.start(userScript({ command, user: LAB, env, cwd: '.', merge: true }));
      const exit = await process.exited;
      const said = (await sandbox.read(process)).trim();
      const version = /\d+(?:\.\d+)+(?:[-+][0-9A-Za-z.]+)?/.exec(said)?.[0];
      if (exit !== 0 || version === undefined) {
        const last = said.split('\n').at(-1) ?? '';
        throw new Unavailable(
          `${name} of this machine does not tell its version in the sandbox: ${command} ended with ${exit}${last === '' ? '' : ` (${last})`}.`,
        );
      }
      versions[name] = version;
    }
    return versions;
  } finally {
    await sandbox.close();
  }
}
