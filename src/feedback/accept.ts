import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadEntry } from '../entry/load/entry.ts';
import { listEntries } from '../entry/load/files.ts';
import { nearest } from '../entry/problems/nearest.ts';
import { formatProblems } from '../entry/problems/problem.ts';
import { addReport } from './add-report.ts';
import { type Accepted, FeedbackTrouble } from './read-issue.ts';

/** The site does not matter for reading an entry. */
const NOWHERE = { origin: 'http://localhost', base: '/' };

/**
 * Write an accepted report into the entry.yaml of its entry.
 *
 * @param root content folder
 * @returns path of the file that was changed
 * @throws FeedbackTrouble if there is no such entry, cause or remedy, or the report is there already
 */
export function acceptReport(root: string, { entry: id, ...report }: Accepted): string {
  const { ids } = listEntries(root);
  demand(ids, id, 'entry');
  const { entry, problems } = loadEntry(root, id, NOWHERE);
  if (entry === null) throw new FeedbackTrouble(formatProblems(problems));
  demand(Object.keys(entry.facts.causes), report.cause, `cause of ${id}`);
  demand(Object.keys(entry.facts.remedies), report.remedy, `remedy of ${id}`);
  const file = join(root, 'errors', id, 'entry.yaml');
  writeFileSync(file, addReport(readFileSync(file, 'utf8'), report));
  return file;
}

function demand(known: readonly string[], name: string, what: string): void {
  if (known.includes(name)) return;
  const near = nearest(name, known);
  const tip = near === null ? `one of ${known.join(', ')}` : `"${near}"`;
  throw new FeedbackTrouble(`"${name}" is no ${what}: mend the issue to say ${tip}, then run this again`);
}
