import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import type { Readable } from 'node:stream';
import type { TellRun } from '../entry/tell.ts';
import type { Locale } from '../i18n/locales.ts';
import { findBash } from './find-bash.ts';
import { CLI_STRINGS } from './strings.ts';
import { CliTrouble } from './trouble.ts';

/** How a check ended here. */
export interface CheckRun extends TellRun {
  /** A command of it that this machine does not have; null if it has all. */
  missing: string | null;
}

/** Longest time that a check may take, in milliseconds, and the output that is read of it, in bytes. */
const TIME = 60_000;
const OUTPUT = 256 * 1024;

/** Tells on descriptor 3 which command is missing, even where the check throws its errors away; bash 4 and later call it. */
const TELL_MISSING = `command_not_found_handle() {
  { printf '%s\\n' "$1" >&3; } 2> /dev/null
  printf 'bash: %s: command not found\\n' "$1" >&2
  return 127
}
`;

/** What bash itself says of one: older ones call no function, and on Windows descriptor 3 may not arrive. */
const NOT_FOUND = /^.*bash(?:\.exe)?: (?:line \d+: )?(\S+): command not found\r?$/m;

/** Runs a command that only reads, as its page shows it. */
export type Shell = (command: string) => Promise<CheckRun>;

/**
 * Open the shell in which checks are run: bash, as in the lab. Messages of programs come in English, in which the
 * checks expect them, whatever the reader's language.
 *
 * @throws CliTrouble if there is no bash
 */
export function openShell(env: Readonly<Record<string, string | undefined>>, locale: Locale): Shell {
  const bash = findBash({ platform: process.platform, env, exists: existsSync });
  if (bash === null) throw new CliTrouble(CLI_STRINGS[locale].noBash);
  return (command) => run(bash, command, { ...env, LANGUAGE: 'en' });
}

function run(bash: string, command: string, env: NodeJS.ProcessEnv): Promise<CheckRun> {
  return new Promise((resolve) => {
    const child = spawn(bash, ['-c', TELL_MISSING + command], {
      stdio: ['ignore', 'pipe', 'pipe', 'pipe'],
      env,
      timeout: TIME,
    });
    const outputs = child.stdio.slice(1).map((stream) => collect(stream as Readable));
    child.on('error', () => resolve({ exit: null, stdout: '', missing: null }));
    // Where time is up, what bash started may still hold its output open.
    child.on('exit', (_, signal) => {
      if (signal !== null) for (const stream of child.stdio) stream?.destroy();
    });
    child.on('close', (exit) => {
      const [stdout = '', stderr = '', told = ''] = outputs.map((read) => read());
      const missing = told.split('\n')[0] || (NOT_FOUND.exec(stderr)?.[1] ?? null);
      resolve({ exit, stdout, missing });
    });
  });
}

/** Read the beginning of a stream; what is returned gives what came so far. */
function collect(stream: Readable): () => string {
  let text = '';
  stream.setEncoding('utf8').on('data', (piece: string) => {
    if (text.length < OUTPUT) text += piece;
  });
  return () => text;
}
