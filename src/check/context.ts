import type { Ledger } from '../entry/ledger/ledger.ts';
import { pathOf } from '../entry/load/files.ts';
import type { ParsedEntry } from '../entry/load/parse.ts';
import type { Place, Problem } from '../entry/problems/problem.ts';
import type { Outline } from '../entry/prose/outline.ts';
import type { Rates } from '../entry/rates.ts';
import type { RecordLine } from '../entry/revision/record.ts';
import type { Facts } from '../entry/schema/facts.ts';
import type { Glossary } from '../entry/schema/glossary.ts';
import type { Lab } from '../entry/schema/lab.ts';
import type { LabResults } from '../entry/schema/results.ts';
import type { Taxonomy } from '../entry/schema/taxonomy.ts';
import type { YamlFile } from '../entry/yaml/document.ts';
import type { Locale } from '../i18n/locales.ts';
import type { Line } from './lines.ts';
import type { EntrySummary } from './summary.ts';

/** What a rule says is wrong; the name of the rule is added to it. */
export type Complaint = Omit<Problem, 'rule'>;

/** One entry as the rules see it. What could not be read is null; that is a problem of its own. */
export interface EntryContext extends ParsedEntry {
  lab: Lab | null;
  labYaml: YamlFile | null;
  rates: Rates | null;
  /** All that readers of a language read of it. */
  lines: Record<Locale, Line[]>;
  /** Find a place in lab.results.json; the file is read for it when something is wrong, and not before. */
  resultsPlace(path: readonly PropertyKey[]): Place;
  taxonomy: Taxonomy | null;
  glossary: Glossary;
  /** ISO 8601 date. */
  today: string;
}

export interface FactsContext extends EntryContext {
  facts: Facts;
  yaml: YamlFile;
  rates: Rates;
}

export interface ResultsContext extends FactsContext {
  results: LabResults;
  /** Path of lab.results.json. */
  resultsFile: string;
}

/** What is published, as it is committed. */
export interface LedgerContext {
  /** Path of the ledger. */
  file: string;
  ledger: Ledger;
  /** The record of revisions. */
  record: { file: string; lines: RecordLine[] };
  problems: Problem[];
}

/** What holds between entries. */
export interface BaseContext {
  entries: ReadonlyMap<string, EntrySummary>;
  /** Entries whose facts could not be read: they exist, but nothing is known of them. */
  unread: ReadonlySet<string>;
  taxonomy: Taxonomy | null;
  /** Names of the pages of the guide. */
  guide: ReadonlySet<string>;
  published: LedgerContext;
}

/** Something that must hold for every entry by itself. */
export interface EntryRule {
  name: string;
  /** One sentence: what must hold. */
  description: string;
  check(entry: EntryContext): Complaint[];
}

/** Something that must hold between entries. */
export interface BaseRule {
  name: string;
  description: string;
  check(base: BaseContext): Complaint[];
}

type Described<Context> = Pick<EntryRule, 'name' | 'description'> & { check(context: Context): Complaint[] };

/** Make a rule over facts; it is left out where they could not be read. */
export function factsRule(rule: Described<FactsContext>): EntryRule {
  return { ...rule, check: (entry) => (hasFacts(entry) ? rule.check(entry) : []) };
}

/** Make a rule over the results of the lab; it is left out where there are none. */
export function resultsRule(rule: Described<ResultsContext>): EntryRule {
  return {
    ...rule,
    check: (entry) => {
      const { results, files } = entry;
      if (results === null || !hasFacts(entry)) return [];
      const resultsFile = pathOf(files, 'lab.results.json');
      return rule.check({ ...entry, results, resultsFile });
    },
  };
}

/** Make a rule over the prose in each language. */
export function proseRule(
  rule: Described<{ entry: EntryContext; locale: Locale; outline: Outline }>,
): EntryRule {
  return {
    ...rule,
    check: (entry) =>
      (Object.entries(entry.outlines) as [Locale, Outline | null][]).flatMap(([locale, outline]) =>
        outline === null ? [] : rule.check({ entry, locale, outline }),
      ),
  };
}

function hasFacts(entry: EntryContext): entry is FactsContext {
  return entry.facts !== null && entry.yaml !== null && entry.rates !== null;
}
