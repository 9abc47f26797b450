import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Unavailable } from '../errors.ts';
import { mustRun, runCommand } from './command.ts';
import { explainApt } from './explain.ts';

const DEFAULT_MIRROR = 'http://deb.debian.org/debian';

/** Where suites go that mirrors no longer carry. */
const ARCHIVE = 'http://archive.debian.org/debian';

/** Today's state of a suite. */
export interface Release {
  /** Address of the mirror that has it. */
  mirror: string;
  /** Date and time of its release file, as `20250809091630`. */
  date: string;
}

/**
 * Find a mirror that has a suite, and when the suite was last released: the mirror that
 * FIXRATE_LAB_MIRROR names, else Debian's and then its archive.
 *
 * @throws Unavailable where none of them has it or can be reached.
 */
export async function findRelease(suite: string): Promise<Release> {
  const own = process.env['FIXRATE_LAB_MIRROR'];
  const mirrors = own ? [own] : [DEFAULT_MIRROR, ARCHIVE];
  const why: string[] = [];
  for (const mirror of mirrors) {
    const found = await readRelease(mirror, suite);
    if (typeof found !== 'string') return found;
    why.push(found);
  }
  throw new Unavailable(why[0] ?? `There is no mirror for Debian ${suite}.`);
}

/** Read the release file of a suite, or say why it cannot be had. */
async function readRelease(mirror: string, suite: string): Promise<Release | string> {
  const file = join(tmpdir(), `fixrate-release-${suite}-${process.pid}`);
  const { code, stdout, stderr } = await runCommand('/usr/lib/apt/apt-helper', [
    ...['-o', 'APT::Sandbox::User=root', '-o', 'Acquire::Retries=1', '-o', 'Acquire::http::Timeout=30'],
    ...['download-file', `${mirror}/dists/${suite}/InRelease`, file],
  ]);
  if (code !== 0) return explainApt(`${stdout}\n${stderr}`, suite, mirror);
  const text = await readFile(file, 'utf8');
  await mustRun('remove a file', 'rm', [file]);
  const date = new Date(/^Date: (.+)$/m.exec(text)?.[1] ?? '');
  if (Number.isNaN(date.getTime())) return `${mirror} has a release file of Debian ${suite} without a date.`;
  return { mirror, date: date.toISOString().replace(/\D/g, '').slice(0, 14) };
}
