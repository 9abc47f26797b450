import { type CommandOptions, type CommandResult, runCommand } from './command.ts';

/** Options without which no package is fetched: none of its scripts runs here, and no address is given to git. */
export const HARMLESS = ['--ignore-scripts', '--git=/bin/false'] as const;

/** The npm that runs this script, else the one on the PATH, as words of a command. */
export function hostNpm(): readonly [string, readonly string[]] {
  const script = process.env['npm_execpath'];
  return script?.endsWith('.js') ? [process.execPath, [script]] : ['npm', []];
}

/** Run npm on the host to its end, with few retries: what cannot be reached is to be told soon. */
export function runNpm(args: readonly string[], options: CommandOptions = {}): Promise<CommandResult> {
  const [program, first] = hostNpm();
  const env = { ...process.env, npm_config_fetch_retries: '1', npm_config_loglevel: 'error' };
  return runCommand(program, [...first, ...args], { env, timeout: 3600, ...options });
}
