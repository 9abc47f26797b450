import type { Ready } from '../../entry/schema/lab.ts';
import type { Step } from '../../entry/schema/step.ts';
import { shellWord } from '../sandbox/namespace.ts';
import type { Bench } from './bench.ts';
import { Session, type StepEnd } from './session.ts';

/** A step as it ran; `exit` is null where it was ended from outside or keeps running. */
export interface StepRun {
  id: string;
  exit: number | null;
}

/** What became of the steps of a remedy. */
export interface StepsDone {
  steps: StepRun[];
  /** Command that takes the place of `run` from now on, or null. */
  rerun: string | null;
  /** What the last step printed. */
  output: string;
}

/**
 * Apply a remedy: its steps in order, in one shell. A step that is not a look and ends with another
 * status than 0 ends the remedy. Steps told in prose alone are left out.
 *
 * @param steps with their placeholders filled.
 * @param done receives each step as it ends, so that a remedy that hangs shows how far it came.
 */
export async function applySteps(
  bench: Bench,
  steps: readonly Step[],
  ready: Ready | undefined,
  done: StepsDone,
): Promise<void> {
  const session = await Session.open(bench);
  for (const step of steps) {
    if (step.kind === 'manual') continue;
    const ran: StepRun = { id: step.id, exit: null };
    done.steps.push(ran);
    const { exit, output } = await applyStep(bench, session, step, ready);
    ran.exit = exit;
    if (step.kind === 'rerun') done.rerun = step.command;
    if (output !== '') done.output = output;
    const looks = step.kind === 'run' && step.look;
    if (exit !== 0 && exit !== null && !looks) return;
  }
}

async function applyStep(
  bench: Bench,
  session: Session,
  step: Exclude<Step, { kind: 'manual' }>,
  ready: Ready | undefined,
): Promise<StepEnd> {
  switch (step.kind) {
    case 'run':
      return session.run(step.command);
    case 'env':
      return exportVariables(bench, session, step.variables);
    case 'write':
      return writeFile(session, step.path, step.text);
    case 'replace':
      return replaceText(session, step);
    case 'use':
      return changeTools(bench, session, step.versions);
    case 'serve': {
      const failure = await bench.replaceService(step.instead, step.command, ready);
      return failure === null ? { exit: null, output: '' } : { exit: 1, output: failure };
    }
    case 'rerun':
      return { exit: null, output: '' };
  }
}

async function exportVariables(
  bench: Bench,
  session: Session,
  variables: Readonly<Record<string, string>>,
): Promise<StepEnd> {
  Object.assign(bench.exported, variables);
  const words = Object.entries(variables).map(([name, value]) => `${name}=${shellWord(value)}`);
  return session.run(`export ${words.join(' ')}`);
}

/** Write a file as the reader would, in the session's directory and with the session's rights. */
function writeFile(session: Session, path: string, text: string): Promise<StepEnd> {
  const word = pathWord(path);
  const data = Buffer.from(text).toString('base64');
  return session.run(`mkdir -p -- "$(dirname -- ${word})" && printf %s ${data} | base64 -d > ${word}`);
}

async function replaceText(session: Session, step: Extract<Step, { kind: 'replace' }>): Promise<StepEnd> {
  const before = await session.run(`base64 -w0 -- ${pathWord(step.path)}`);
  if (before.exit !== 0) return before;
  const text = Buffer.from(before.output, 'base64').toString('utf8');
  if (!text.includes(step.from)) return { exit: 1, output: `${step.path} does not contain: ${step.from}` };
  const written = await writeFile(
    session,
    step.path,
    text.replaceAll(step.from, () => step.to),
  );
  return written;
}

/** Put the folders of other versions first on the PATH, where provisioning laid them. */
async function changeTools(
  bench: Bench,
  session: Session,
  versions: Readonly<Record<string, string>>,
): Promise<StepEnd> {
  const folders = Object.entries(versions).map(([name, version]) => toolFolder(name, version));
  bench.path.unshift(...folders);
  return session.run(folders.map((folder) => `export PATH=${folder}:"$PATH"; [ -d ${folder} ]`).join(' && '));
}

/** Return the folder of a sandbox in which the programs of another version of a tool stand. */
export function toolFolder(name: string, version: string): string {
  return `${toolTarget(name, version)}/bin`;
}

/** Return where another version of a tool is mounted. */
export function toolTarget(name: string, version: string): string {
  return `/opt/lab/use/${`${name}-${version}`.replace(/[^A-Za-z0-9.-]/g, '_')}`;
}

/** Quote a path; a leading `~/` stays for the shell. */
function pathWord(path: string): string {
  return path.startsWith('~/') ? `~/${shellWord(path.slice(2))}` : shellWord(path);
}
