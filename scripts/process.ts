import { spawn } from 'node:child_process';
import { join } from 'node:path';

/** Root directory of the project. */
export const ROOT = join(import.meta.dirname, '..');

/** End the program with one sentence on standard error. */
export function fail(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

/**
 * End this program when npm, which started it, has ended. A SIGTERM to npm ends npm and the shell
 * between, but reaches nobody below; whoever is left then has another parent.
 */
export function endWithNpm(): void {
  if (process.env['npm_lifecycle_event'] === undefined) return;
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.kill(process.pid, 'SIGTERM');
  }, PARENT_CHECK_MILLISECONDS).unref();
}

const PARENT_CHECK_MILLISECONDS = 500;

/**
 * Run a script of the project or of a package with the project's own Node, showing what it prints. A
 * signal to this process ends it too.
 *
 * @param args script and its arguments, relative to the project's root
 * @returns its exit status; 1 where a signal ended it
 */
export function runNode(args: string[], env: Record<string, string> = {}): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: ROOT,
      env: { ...process.env, ...env },
      stdio: 'inherit',
    });
    const pass = (signal: NodeJS.Signals): boolean => child.kill(signal);
    process.on('SIGINT', pass).on('SIGTERM', pass);
    child.on('error', reject).on('close', (code) => {
      process.off('SIGINT', pass).off('SIGTERM', pass);
      resolve(code ?? 1);
    });
  });
}
