import { execFileSync } from 'node:child_process';
import { isAbsolute, relative, resolve } from 'node:path';
import { ContentTrouble } from '../errors.ts';

/** Files that decide what the lab does, or hold what it saw; prose does not. */
const LAB_FILES = /^errors\/([^/]+\/[^/]+)\/(?:entry\.yaml|lab\.yaml|lab\.results\.json)$/;

const MAIN = ['origin/main', 'main', 'origin/HEAD'];

/**
 * List the ids of entries whose facts, lab file or results differ from the commit at which this branch
 * left a base, uncommitted and new files included.
 *
 * @param content folder of the content, in a git repository.
 * @param base branch, tag or commit; '' for main.
 * @throws ContentTrouble where git does not know the base.
 */
export function changedEntries(content: string, base: string): Set<string> {
  const commit = findBase(content, base);
  const start = git(content, ['merge-base', commit, 'HEAD']) ?? commit;
  const top = git(content, ['rev-parse', '--show-toplevel']) ?? content;
  const differing = must(content, ['diff', '--name-only', '-z', start, '--', '.']);
  const untracked = must(content, ['ls-files', '--others', '--exclude-standard', '-z', '--full-name']);
  const ids = `${differing}\0${untracked}`
    .split('\0')
    .filter(Boolean)
    .flatMap((path) => idOf(relative(resolve(content), resolve(top, path))));
  return new Set(ids);
}

function idOf(path: string): string[] {
  if (isAbsolute(path)) return [];
  const id = LAB_FILES.exec(path)?.[1];
  return id === undefined ? [] : [id];
}

function findBase(content: string, base: string): string {
  for (const name of base === '' ? MAIN : [base]) {
    const commit = git(content, ['rev-parse', '--verify', '--quiet', `${name}^{commit}`]);
    if (commit !== null) return commit;
  }
  const wanted = base === '' ? 'a branch main' : base;
  throw new ContentTrouble(
    `--changed: git does not know ${wanted} here.\n  → give a branch, tag or commit: --changed BASE (in CI fetch it first)`,
  );
}

function must(cwd: string, args: string[]): string {
  const output = git(cwd, args);
  if (output === null) throw new ContentTrouble(`--changed: git ${args[0]} failed in ${cwd}.`);
  return output;
}

function git(cwd: string, args: string[]): string | null {
  try {
    const stdio = ['ignore', 'pipe', 'ignore'] as const;
    return execFileSync('git', args, { cwd, encoding: 'utf8', stdio: [...stdio], maxBuffer: 2 ** 28 }).trim();
  } catch {
    return null;
  }
}
