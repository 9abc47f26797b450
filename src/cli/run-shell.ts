import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { TellRun } from '../entry/tell.ts';

/** Longest time that a check may take, in milliseconds, and the output that is read of it, in bytes. */
const TIME = 60_000;
const OUTPUT = 256 * 1024;

/** The lab runs commands in bash; where there is none, a POSIX shell has to do. */
const SHELL = ['/bin/bash', '/usr/bin/bash', '/usr/local/bin/bash'].find((path) => existsSync(path)) ?? 'sh';

/** Run a command that only reads, as its page shows it. */
export function runShell(command: string): Promise<TellRun> {
  return new Promise((resolve) => {
    const child = spawn(SHELL, ['-c', command], { stdio: ['ignore', 'pipe', 'ignore'], timeout: TIME });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      if (stdout.length < OUTPUT) stdout += text;
    });
    child.on('error', () => resolve({ exit: null, stdout: '' }));
    child.on('close', (exit) => resolve({ exit, stdout }));
  });
}
