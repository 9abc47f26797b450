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
