import type { LedgerEntry } from '../entry/ledger/plan.ts';
import { START } from '../entry/problems/problem.ts';
import { type Step, stepOf } from '../entry/prose/in-step.ts';
import type { Outline } from '../entry/prose/outline.ts';
import { walk } from '../entry/prose/walk.ts';
import { digestState, type State } from '../entry/revision/parts.ts';
import type { CurrentEntry } from '../entry/revision/plan.ts';
import type { Complaint, EntryContext } from './context.ts';
import { withSteps } from './lines.ts';

type Where = Pick<Complaint, 'file' | 'line' | 'column'>;

/** Another entry named in entry.yaml. */
export interface Mention {
  id: string;
  where: Where;
}

export const RELATIONS = ['causedBy', 'leadsTo', 'confusedWith'] as const;
export type Relation = (typeof RELATIONS)[number];

/** What other entries, and the figures of the whole, need of an entry once it is checked. */
export interface EntrySummary {
  id: string;
  /** Beginning of entry.yaml. */
  where: Where;
  /** Whether nothing is wrong with it by itself: only then is it published. */
  sound: boolean;
  /** Whether it was withdrawn. */
  withdrawn: boolean;
  /** Digests of what readers see of it; null where some of it could not be read. */
  state: State | null;
  /** Anchors of its page. */
  anchors: string[];
  aliases: Mention[];
  replacedBy: Mention | null;
  related: Record<Relation, Mention[]>;
  links: { address: string; where: Where }[];
  figures: EntryFigures;
}

/** Figures of one entry; see `--stats`. */
export interface EntryFigures {
  domain: string;
  bilingual: boolean;
  /** How the translation stands to the English text; null where one of them could not be read. */
  translation: Step | null;
  causes: number;
  reproduced: number;
  /** Causes that lab.yaml does not bring about. */
  notInLab: string[];
  environments: string[];
  trials: number;
  reports: number;
  estimates: number;
  confidence: number | null;
}

/**
 * Take from an entry what is needed of it after it is checked; null where its facts could not be read.
 *
 * @param sound whether nothing is wrong with it
 */
export function summarise(entry: EntryContext, sound: boolean): EntrySummary | null {
  const { id, facts, yaml } = entry;
  if (facts === null || yaml === null) return null;
  const mention = (named: string, path: PropertyKey[]): Mention => ({
    id: named,
    where: { file: yaml.file, ...yaml.placeOf(path) },
  });
  const outlines = Object.values(entry.outlines).filter((outline) => outline !== null);
  const related = RELATIONS.map((relation) => [
    relation,
    facts.related[relation].flatMap((error, index) =>
      error.id === null ? [] : mention(error.id, ['related', relation, index, 'id']),
    ),
  ]);
  const replacedBy = facts.withdrawn?.replacedBy ?? null;
  return {
    id,
    where: { file: yaml.file, ...START },
    sound,
    withdrawn: facts.withdrawn !== null,
    state: stateOf(entry),
    anchors: outlines[0] === undefined ? [] : anchorsOf(outlines[0]),
    aliases: facts.aliases.map((alias, index) => mention(alias, ['aliases', index])),
    replacedBy: replacedBy === null ? null : mention(replacedBy, ['withdrawn', 'replacedBy']),
    related: Object.fromEntries(related) as EntrySummary['related'],
    links: outlines.flatMap(linksOf),
    figures: figuresOf(entry),
  };
}

function stateOf({ facts, outlines: { en, zh }, results, rates }: EntryContext): State | null {
  if (facts === null || en === null || zh === null || rates === null) return null;
  return digestState({ facts, outlines: { en, zh }, results, rates });
}

/** What the ledger needs to know of an entry. */
export function toLedgerEntry({ id, aliases }: EntrySummary): LedgerEntry {
  return { id, aliases: aliases.map((alias) => alias.id) };
}

/** What the record of revisions needs to know of entries. */
export function toCurrent(entries: readonly EntrySummary[]): CurrentEntry[] {
  return entries.flatMap((entry) =>
    entry.state === null ? [] : { ...toLedgerEntry(entry), withdrawn: entry.withdrawn, state: entry.state },
  );
}

/** Anchors that the page gives to what an author named. */
function anchorsOf(outline: Outline): string[] {
  return outline.blocks.flatMap(({ component, id, steps }) => {
    if (component === 'RootCause') return [];
    if (component === 'Cause' || component === 'Finding') return [`${component.toLowerCase()}-${id}`];
    return [`remedy-${id}`, ...steps.map((step) => `remedy-${id}-${step.id}`)];
  });
}

function linksOf(outline: Outline): EntrySummary['links'] {
  const links: EntrySummary['links'] = [];
  for (const block of withSteps(outline.blocks)) {
    walk({ type: 'root', children: block.content }, (node) => {
      if (node.type !== 'link') return;
      const { line = 1, column = 1 } = node.position?.start ?? {};
      links.push({ address: node.url, where: { file: outline.file, line, column } });
    });
  }
  return links;
}

function figuresOf({ id, facts, outlines, lab, results, rates }: EntryContext): EntryFigures {
  const causes = Object.keys(facts?.causes ?? {});
  const perEnvironment = Object.values(results?.causes ?? {}).flatMap((cause) => Object.values(cause));
  const cells = perEnvironment.flatMap((result) => Object.values(result.remedies));
  return {
    domain: id.split('/')[0] ?? '',
    bilingual: Object.values(outlines).every((outline) => outline !== null),
    translation:
      outlines.en === null || outlines.zh === null ? null : stepOf(outlines.zh.english, outlines.en.source),
    causes: causes.length,
    reproduced: causes.filter((cause) => (rates?.causes[cause]?.reproduced.length ?? 0) > 0).length,
    notInLab: lab === null ? causes : causes.filter((cause) => lab.causes[cause] === undefined),
    environments: Object.keys(results?.environments ?? {}),
    trials: cells.flatMap((cell) => cell.trials).filter((trial) => trial.outcome !== 'not-applicable').length,
    reports: facts?.reports.length ?? 0,
    estimates: Object.keys(facts?.estimates ?? {}).length,
    confidence: rates?.confidence.value ?? null,
  };
}
