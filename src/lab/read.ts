import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { z } from 'zod';
import { type Facts, FactsSchema } from '../entry/schema/facts.ts';
import { type Lab, LabSchema } from '../entry/schema/lab.ts';
import { type LabResults, LabResultsSchema } from '../entry/schema/results.ts';
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

/** List the ids of all entries under a content folder that have a lab.yaml. */
export async function listEntries(content: string): Promise<string[]> {
  const root = join(content, 'errors');
  const files = existsSync(root) ? await readdir(root, { recursive: true }) : [];
  return files
    .filter((file) => /^[^/]+\/[^/]+\/lab\.yaml$/.test(file))
    .map((file) => file.slice(0, -'/lab.yaml'.length))
    .sort();
}

/**
 * Read the facts, the lab file and the last results of an entry.
 *
 * @throws ContentTrouble with file, line, column, what is wrong and how to mend it, for all that is wrong.
 */
export async function readEntry(content: string, id: string): Promise<LabEntry> {
  const folder = join(content, 'errors', id);
  if (!existsSync(join(folder, 'lab.yaml'))) {
    throw new ContentTrouble(
      `${relative('.', folder)}/lab.yaml does not exist: there is no entry ${id} to run.`,
    );
  }
  const facts = await parseYaml(join(folder, 'entry.yaml'), FactsSchema);
  const lab = await parseYaml(join(folder, 'lab.yaml'), LabSchema, (value) => unknownIds(value, facts));
  const results = join(folder, 'lab.results.json');
  const previous = existsSync(results)
    ? LabResultsSchema.safeParse(JSON.parse(await readFile(results, 'utf8'))).data
    : null;
  return { id, folder, facts, lab, previous: previous ?? null };
}

interface Issue {
  path: readonly PropertyKey[];
  message: string;
}

/** Causes and remedies of lab.yaml that entry.yaml does not have, and services that a step names in vain. */
function unknownIds(lab: Lab, facts: Facts): Issue[] {
  const unknown = (kind: 'causes' | 'remedies'): Issue[] =>
    Object.keys(lab[kind])
      .filter((id) => facts[kind][id] === undefined)
      .map((id) => ({
        path: [kind, id],
        message: `${id} is none of the ${kind} of entry.yaml: ${Object.keys(facts[kind]).join(', ')}`,
      }));
  return [...unknown('causes'), ...unknown('remedies')];
}

async function parseYaml<Schema extends z.ZodType>(
  path: string,
  schema: Schema,
  more: (value: z.output<Schema>) => Issue[] = () => [],
): Promise<z.output<Schema>> {
  const counter = new LineCounter();
  const document = parseDocument(await readFile(path, 'utf8'), { lineCounter: counter });
  const file = relative('.', path);
  if (document.errors.length > 0) {
    throw new ContentTrouble(document.errors.map(({ message }) => `${file}: ${message}`).join('\n'));
  }
  const parsed = schema.safeParse(document.toJS());
  const issues: readonly Issue[] = parsed.success ? more(parsed.data) : parsed.error.issues;
  if (parsed.success && issues.length === 0) return parsed.data;
  const lines = issues.map((issue) => {
    const { line, col } = counter.linePos(offsetOf(document, issue.path));
    return `${file}:${line}:${col}  ${issue.path.map(String).join('.') || 'the file'}: ${issue.message}`;
  });
  throw new ContentTrouble(lines.join('\n'));
}

/** Find the node at a path, or the nearest one above it. */
function offsetOf(document: Document, path: readonly PropertyKey[]): number {
  for (let length = path.length; length > 0; length--) {
    const node: unknown = document.getIn(path.slice(0, length), true);
    const range = (node as { range?: [number, number, number] | null } | null | undefined)?.range;
    if (range) return range[0];
  }
  return 0;
}
