import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { folderOf, listEntries, readEntryFiles } from '../entry/load/files.ts';
import { nearest } from '../entry/problems/nearest.ts';
import { formatProblems, type Problem, START } from '../entry/problems/problem.ts';
import { expandResults } from '../entry/results-file.ts';
import { type Facts, FactsSchema } from '../entry/schema/facts.ts';
import { type Lab, LabSchema } from '../entry/schema/lab.ts';
import { EntryIdSchema } from '../entry/schema/primitives.ts';
import { type LabResults, LabResultsSchema } from '../entry/schema/results.ts';
import { findUnfilled } from '../entry/unfilled.ts';
import { parseYaml, type YamlFile } from '../entry/yaml/document.ts';
import { validate } from '../entry/yaml/validate.ts';
import { ContentTrouble } from './errors.ts';

/** All that the lab knows of an entry before it runs. */
export interface LabEntry {
  id: string;
  folder: string;
  facts: Facts;
  lab: Lab;
  /** Results of the last run, or null. */
  previous: LabResults | null;
}

/** Ids that a filter of the command line names, by what they are. */
export type Filters = Partial<Record<'environment' | 'cause' | 'remedy', ReadonlySet<string> | null>>;

/**
 * Read the facts, the lab file and the last results of entries.
 *
 * @param ids of the entries; none: all that have a lab.yaml.
 * @throws ContentTrouble with file, line, column, what is wrong and how to mend it, for all that is wrong.
 */
export function readEntries(content: string, ids: readonly string[], filters: Filters = {}): LabEntry[] {
  const wanted = ids.length > 0 ? ids : entriesWithLab(content);
  for (const id of wanted) mustStandIn(content, asId(id));
  const unknown = wanted.filter((id) => !existsSync(join(folderOf(content, asId(id)), 'lab.yaml')));
  if (unknown.length > 0) {
    const known = entriesWithLab(content);
    const lines = unknown.map((id) => `${id} is no entry with a lab.yaml.`);
    throw new ContentTrouble(`${lines.join('\n')}\n  → known: ${known.join(', ') || 'none'}`);
  }
  const read = wanted.map((id) => readEntry(content, id));
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ContentTrouble(formatProblems(problems));
  const entries = read.flatMap(({ entry }) => (entry === null ? [] : [entry]));
  mustKnow(entries, filters);
  return entries;
}

function entriesWithLab(content: string): string[] {
  return listEntries(content).ids.filter((id) => existsSync(join(folderOf(content, id), 'lab.yaml')));
}

/** Refuse what can be no id, so that no path leads out of the content. */
function asId(id: string): string {
  if (EntryIdSchema.safeParse(id).success) return id;
  throw new ContentTrouble(`${id} is no id of an entry: write <domain>/<slug>.`);
}

/** Refuse an entry below a link, which leads out of the content. */
function mustStandIn(content: string, id: string): void {
  const domain = id.slice(0, id.indexOf('/'));
  const linked = listEntries(content).problems.filter(
    ({ rule, file }) => rule === 'files' && [domain, id].some((part) => file.endsWith(`errors/${part}`)),
  );
  if (linked.length > 0) throw new ContentTrouble(formatProblems(linked));
}

function readEntry(content: string, id: string): { entry: LabEntry | null; problems: Problem[] } {
  const { texts, folder, problems: wrong } = readEntryFiles(content, id);
  if (wrong.length > 0) return { entry: null, problems: wrong };
  const entryFile = parseYaml(`${folder}/entry.yaml`, texts['entry.yaml'] ?? '');
  const labFile = parseYaml(`${folder}/lab.yaml`, texts['lab.yaml'] ?? '');
  const facts = validate(entryFile, FactsSchema);
  const lab = validate(labFile, LabSchema);
  const problems = [...facts.problems, ...lab.problems];
  if (facts.value === null || lab.value === null) return { entry: null, problems };
  problems.push(
    ...unfilledIn(labFile, texts['lab.yaml'] ?? ''),
    ...unfilledIn(entryFile, texts['entry.yaml'] ?? ''),
  );
  problems.push(...unknownIds(labFile, lab.value, facts.value), ...repeatedEnvironments(labFile, lab.value));
  const previous = readPrevious(texts['lab.results.json']);
  return {
    entry: { id, folder: folderOf(content, id), facts: facts.value, lab: lab.value, previous },
    problems,
  };
}

/** Results that cannot be read count as none: the lab is about to write them anew. */
function readPrevious(text: string | undefined): LabResults | null {
  try {
    return LabResultsSchema.parse(expandResults(JSON.parse(text ?? 'null')));
  } catch {
    return null;
  }
}

/** Find what a new entry leaves to its author, but for comments: nothing of it can be run. */
function unfilledIn({ file }: YamlFile, text: string): Problem[] {
  return findUnfilled(text, true).map(({ asked, ...place }) => ({
    file,
    ...place,
    rule: 'lab',
    message: `still to be written: ${asked}`,
    tip: 'write it, or delete what the entry has no use for',
  }));
}

/** Find causes and remedies of lab.yaml that entry.yaml does not have. */
function unknownIds(file: YamlFile, lab: Lab, facts: Facts): Problem[] {
  return (['causes', 'remedies'] as const).flatMap((kind) => {
    const known = Object.keys(facts[kind]);
    return Object.keys(lab[kind])
      .filter((id) => !known.includes(id))
      .map((id) => {
        const guess = nearest(id, known);
        const tip = guess === null ? `entry.yaml has ${known.join(', ')}` : `did you mean ${guess}?`;
        const message = `${id} is none of the ${kind} of entry.yaml`;
        return { file: file.file, ...file.placeOfKey([kind, id]), rule: 'lab', message, tip };
      });
  });
}

function repeatedEnvironments(file: YamlFile, lab: Lab): Problem[] {
  const ids = lab.environments.map(({ id }) => id);
  return ids.flatMap((id, index) => {
    if (ids.indexOf(id) === index) return [];
    const place = file.placeOf(['environments', index, 'id']) ?? START;
    return [
      {
        file: file.file,
        ...place,
        rule: 'lab',
        message: `environment ${id} stands twice`,
        tip: 'rename one',
      },
    ];
  });
}

/** Refuse a filter that names nothing in any of the entries. */
function mustKnow(entries: readonly LabEntry[], filters: Filters): void {
  const known = {
    environment: entries.flatMap(({ lab }) => lab.environments.map(({ id }) => id)),
    cause: entries.flatMap(({ lab }) => Object.keys(lab.causes)),
    remedy: entries.flatMap(({ facts }) => Object.keys(facts.remedies)),
  };
  for (const kind of ['environment', 'cause', 'remedy'] as const) {
    for (const id of filters[kind] ?? []) {
      if (known[kind].includes(id)) continue;
      throw new ContentTrouble(`--${kind} ${id}: there is none.\n  → known: ${known[kind].join(', ')}`);
    }
  }
}
