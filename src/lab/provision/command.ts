import { spawn } from 'node:child_process';
import { CannotRunHere } from '../errors.ts';

export interface CommandOptions {
  /** Directory to run in. */
  cwd?: string;
  env?: NodeJS.ProcessEnv;
  /** Seconds until it is ended; 600 by default. */
  timeout?: number;
  /** File descriptor that becomes its standard input. */
  stdin?: number;
  /** Receives what it prints on standard error, as it comes. */
  onError?: (text: string) => void;
}

export interface CommandResult {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** Run a program of the host to its end and collect what it prints; a missing program has code 127. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<CommandResult> {
  return new Promise((resolve) => {
    const child = spawn(program, args, {
      cwd: options.cwd,
      env: options.env ?? process.env,
      timeout: (options.timeout ?? 600) * 1000,
      killSignal: 'SIGKILL',
      stdio: [options.stdin ?? 'ignore', 'pipe', 'pipe'],
    });
    let stdout = '';
    let stderr = '';
    child.stdout?.on('data', (data: Buffer) => {
      stdout += data;
    });
    child.stderr?.on('data', (data: Buffer) => {
      stderr += data;
      options.onError?.(String(data));
    });
    child.on('error', (error) => resolve({ code: 127, stdout, stderr: error.message }));
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

/**
 * Run a program of the host that must succeed, and return its standard output.
 *
 * @throws CannotRunHere with `doing`, the last lines that it printed and the command.
 */
export async function mustRun(
  doing: string,
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<string> {
  const { code, stdout, stderr } = await runCommand(program, args, options);
  if (code === 0) return stdout;
  const said = stderr.trim().split('\n').slice(-8).join('\n  ');
  throw new CannotRunHere(`Cannot ${doing}: ${program} ended with ${code}.\n  ${said}`);
}
