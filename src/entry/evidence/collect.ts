import type { Card } from '../collection/card.ts';
import { RUN_OUTCOMES, type RunOutcome } from '../schema/results.ts';
import { REACHES, type Reach, reachOf } from './reach.ts';
import type { Disagreement, EntryEvidence, Surprise } from './summarise.ts';

/** Something of one entry: its id, and the evidence that holds its titles. */
export type OfEntry<T> = T & { entry: string };

/** The evidence of the whole knowledge base; withdrawn entries are left out. */
export interface Evidence {
  entries: number;
  /** Entries by how far their causes were reproduced. */
  reach: Record<Reach, number>;
  causes: { total: number; reproduced: number };
  trials: Record<RunOutcome, number>;
  /** Domain to trials by outcome, the domain of most trials first. */
  domains: { domain: string; trials: Record<RunOutcome, number> }[];
  /** Month (`2026-11`) to entries whose last run was in it, the oldest first; months without are left out. */
  months: { month: string; entries: number }[];
  oldest: string | null;
  newest: string | null;
  notReproduced: OfEntry<{ cause: string }>[];
  estimates: OfEntry<{ remedy: string }>[];
  unsteady: OfEntry<EntryEvidence['unsteady'][number]>[];
  disagreements: OfEntry<Disagreement>[];
  surprises: OfEntry<Surprise>[];
  /** Tools by name, each with its versions, the newest last, and the number of entries tried with it. */
  tools: { tool: string; versions: string[]; entries: number }[];
  /** Environments of all entries. */
  environments: number;
}

/** Collect the evidence of all cards. */
export function collectEvidence(all: readonly Card[]): Evidence {
  const cards = all.filter(({ withdrawn }) => withdrawn === null);
  const measured = cards.flatMap((card) => card.measured ?? []).sort();
  const each = <T extends object>(list: (evidence: EntryEvidence) => readonly T[]): OfEntry<T>[] =>
    cards.flatMap((card) => list(card.evidence).map((one) => ({ entry: card.id, ...one })));
  return {
    entries: cards.length,
    reach: countReach(cards),
    causes: {
      total: sum(cards.map(({ evidence }) => evidence.causes.total)),
      reproduced: sum(cards.map(({ evidence }) => evidence.causes.reproduced)),
    },
    trials: countTrials(cards),
    domains: countDomains(cards),
    months: [...Map.groupBy(measured, (date) => date.slice(0, 7))].map(([month, dates]) => ({
      month,
      entries: dates.length,
    })),
    oldest: measured[0] ?? null,
    newest: measured.at(-1) ?? null,
    notReproduced: each(({ notReproduced }) => notReproduced.map((cause) => ({ cause }))),
    estimates: each(({ estimates }) => estimates.map((remedy) => ({ remedy }))),
    unsteady: each(({ unsteady }) => unsteady),
    disagreements: each(({ disagreements }) => disagreements),
    surprises: each(({ surprises }) => surprises),
    tools: listTools(cards),
    environments: sum(cards.map(({ evidence }) => Object.keys(evidence.environments).length)),
  };
}

function countReach(cards: readonly Card[]): Record<Reach, number> {
  const reach = Object.fromEntries(REACHES.map((one) => [one, 0])) as Record<Reach, number>;
  for (const card of cards) reach[reachOf(card)]++;
  return reach;
}

function countTrials(cards: readonly Card[]): Record<RunOutcome, number> {
  const counts = RUN_OUTCOMES.map((outcome) => [
    outcome,
    sum(cards.map(({ evidence }) => evidence.trials[outcome] ?? 0)),
  ]);
  return Object.fromEntries(counts) as Record<RunOutcome, number>;
}

function countDomains(cards: readonly Card[]): Evidence['domains'] {
  return [...Map.groupBy(cards, ({ domain }) => domain)]
    .map(([domain, own]) => ({ domain, trials: countTrials(own) }))
    .filter(({ trials }) => sum(Object.values(trials)) > 0)
    .sort((a, b) => sum(Object.values(b.trials)) - sum(Object.values(a.trials)));
}

function listTools(cards: readonly Card[]): Evidence['tools'] {
  const used = new Map<string, { versions: Set<string>; entries: Set<string> }>();
  for (const { id, evidence } of cards) {
    for (const versions of Object.values(evidence.environments)) {
      for (const [tool, version] of Object.entries(versions)) {
        const known = used.get(tool) ?? { versions: new Set(), entries: new Set() };
        used.set(tool, known);
        known.versions.add(version);
        known.entries.add(id);
      }
    }
  }
  const compare = new Intl.Collator('en', { numeric: true }).compare;
  return [...used]
    .map(([tool, { versions, entries }]) => ({
      tool,
      versions: [...versions].sort(compare),
      entries: entries.size,
    }))
    .sort((a, b) => b.entries - a.entries || compare(a.tool, b.tool));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
