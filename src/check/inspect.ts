import { type EntryFiles, pathOf } from '../entry/load/files.ts';
import { parseEntry } from '../entry/load/parse.ts';
import type { Problem } from '../entry/problems/problem.ts';
import { computeRates } from '../entry/rates.ts';
import type { Glossary } from '../entry/schema/glossary.ts';
import { LabSchema } from '../entry/schema/lab.ts';
import type { Taxonomy } from '../entry/schema/taxonomy.ts';
import { parseYaml, type YamlFile } from '../entry/yaml/document.ts';
import { validate } from '../entry/yaml/validate.ts';
import { byLocale } from '../i18n/locales.ts';
import type { BaseContext, EntryContext } from './context.ts';
import { linesOf } from './lines.ts';
import { BASE_RULES, ENTRY_RULES } from './rules.ts';
import { type EntrySummary, summarise } from './summary.ts';

/** What an entry is held against beside itself. */
export interface Surroundings {
  taxonomy: Taxonomy | null;
  glossary: Glossary;
  /** ISO 8601 date. */
  today: string;
}

/** Check one entry by itself. Pure. */
export function inspectEntry(
  files: EntryFiles,
  surroundings: Surroundings,
): { problems: Problem[]; summary: EntrySummary | null } {
  const { context, problems } = readContext(files, surroundings);
  const broken = ENTRY_RULES.flatMap((rule) =>
    rule.check(context).map((complaint) => ({ ...complaint, rule: rule.name })),
  );
  const all = [...problems, ...broken];
  return { problems: all, summary: summarise(context, all.length === 0) };
}

/** Check what must hold between entries. Pure. */
export function inspectBase(base: BaseContext): Problem[] {
  return [
    ...base.published.problems,
    ...BASE_RULES.flatMap((rule) => rule.check(base).map((complaint) => ({ ...complaint, rule: rule.name }))),
  ];
}

/** Read all files of an entry for the rules. */
export function readContext(
  files: EntryFiles,
  { taxonomy, glossary, today }: Surroundings,
): { context: EntryContext; problems: Problem[] } {
  const parsed = parseEntry(files);
  const text = files.texts['lab.yaml'];
  const labYaml = text === undefined ? null : parseYaml(pathOf(files, 'lab.yaml'), text);
  const lab = labYaml === null ? null : validate(labYaml, LabSchema);
  const { facts, results } = parsed;
  const context: EntryContext = {
    ...parsed,
    lab: lab?.value ?? null,
    labYaml,
    rates: facts === null ? null : computeRates(facts, results),
    lines: byLocale((locale) => linesOf(parsed, locale)),
    resultsPlace: resultsPlaceOf(files),
    taxonomy,
    glossary,
    today,
  };
  return { context, problems: [...parsed.problems, ...(lab?.problems ?? [])] };
}

function resultsPlaceOf(files: EntryFiles): EntryContext['resultsPlace'] {
  let read: YamlFile | null = null;
  return (path) => {
    // JSON is YAML, and YAML is read with places.
    read ??= parseYaml(pathOf(files, 'lab.results.json'), files.texts['lab.results.json'] ?? '');
    return read.placeOfKey(path);
  };
}
