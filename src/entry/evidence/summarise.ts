import type { Locale } from '../../i18n/locales.ts';
import type { Entry } from '../entry.ts';
import type { Cell } from '../rates.ts';
import type { RunOutcome, TrialOutcome } from '../schema/results.ts';

/** What the lab and reports say of one entry, for the page on all of them. Small: every card holds one. */
export interface EntryEvidence {
  /** Outcome to number of trials; outcomes that did not occur are left out. */
  trials: Partial<Record<RunOutcome, number>>;
  causes: { total: number; reproduced: number };
  /** Causes that no environment shows. */
  notReproduced: string[];
  /** Remedies with nothing but an author's guess. */
  estimates: string[];
  /** Cells whose trials differed among themselves. */
  unsteady: { cause: string; remedy: string; environments: string[] }[];
  /** Cells that came out otherwise in some environments. */
  disagreements: Disagreement[];
  surprises: Surprise[];
  /** Environment to the versions of its tools. */
  environments: Record<string, Record<string, string>>;
  /** Titles of the causes and remedies named above. */
  titles: { causes: Record<string, Title>; remedies: Record<string, Title> };
}

export type Title = Record<Locale, string>;

/** A cell that did not come out alike everywhere: environment to outcome. */
export interface Disagreement {
  cause: string;
  remedy: string;
  outcomes: Record<string, TrialOutcome>;
}

/** What one would not have expected of a remedy. */
export const SURPRISES = [
  'dead-end-fixes',
  'workaround-harms',
  'workaround-relapses',
  'report-contradicted',
  'praised-fixes-few',
] as const;

export type SurpriseKind = (typeof SURPRISES)[number];

/** A remedy and the causes under which it surprised. */
export interface Surprise {
  kind: SurpriseKind;
  remedy: string;
  causes: string[];
}

/** Reports that say of a workaround that it worked, from which on it counts as popular. */
const PRAISE = 2;
/** A workaround that reports praise fixes few causes where it fixes at most this share of them. */
const FEW = 0.25;
/** Below this many causes, few of them says nothing. */
const MANY_CAUSES = 4;

/** Sum up the evidence of an entry. */
export function summariseEvidence(entry: Entry): EntryEvidence {
  const { rates, results, facts } = entry;
  const causes = Object.entries(rates.causes);
  const summary = {
    trials: countOutcomes(entry),
    causes: { total: rates.fixRate.causes, reproduced: rates.fixRate.basis.lab },
    notReproduced:
      results === null ? [] : causes.filter(([, cause]) => cause.reproduced.length === 0).map(([id]) => id),
    estimates: Object.keys(facts.estimates).filter((remedy) => rates.remedies[remedy]?.basis === 'estimate'),
    unsteady: listUnsteady(entry),
    disagreements: listDisagreements(entry),
    surprises: listSurprises(entry),
    environments: Object.fromEntries(
      Object.entries(results?.environments ?? {}).map(([id, { versions }]) => [id, versions]),
    ),
  };
  return { ...summary, titles: titlesOf(entry, summary) };
}

function countOutcomes({ results }: Entry): EntryEvidence['trials'] {
  const counts: EntryEvidence['trials'] = {};
  for (const byEnvironment of Object.values(results?.causes ?? {})) {
    for (const { remedies } of Object.values(byEnvironment)) {
      for (const { trials } of Object.values(remedies)) {
        for (const { outcome } of trials) {
          if (outcome !== 'not-applicable') counts[outcome] = (counts[outcome] ?? 0) + 1;
        }
      }
    }
  }
  return counts;
}

function listUnsteady(entry: Entry): EntryEvidence['unsteady'] {
  return cellsOf(entry).flatMap(({ cause, remedy, cell }) => {
    const environments = Object.keys(cell.environments).filter((id) => cell.environments[id]?.unsteady);
    return environments.length === 0 ? [] : [{ cause, remedy, environments }];
  });
}

function listDisagreements(entry: Entry): Disagreement[] {
  return cellsOf(entry).flatMap(({ cause, remedy, cell }) => {
    const applicable = Object.entries(cell.environments).filter(
      ([, { outcome }]) => outcome !== 'not-applicable',
    );
    const outcomes = Object.fromEntries(applicable.map(([id, { outcome }]) => [id, outcome]));
    return new Set(Object.values(outcomes)).size > 1 ? [{ cause, remedy, outcomes }] : [];
  });
}

function listSurprises(entry: Entry): Surprise[] {
  const { facts, rates } = entry;
  const all = Object.entries(rates.remedies).flatMap(([remedy, rate]): Surprise[] => {
    const helps = facts.remedies[remedy]?.side === 'workaround';
    const praised = helps && rate.reports.fixed >= PRAISE && rate.basis === 'lab';
    const few = rate.causes >= MANY_CAUSES && rate.fixes.length <= rate.causes * FEW;
    return [
      { kind: 'dead-end-fixes', remedy, causes: helps ? [] : rate.fixes },
      { kind: 'workaround-harms', remedy, causes: helps ? rate.harms : [] },
      { kind: 'workaround-relapses', remedy, causes: helps ? rate.relapses : [] },
      { kind: 'report-contradicted', remedy, causes: contradictedBy(entry, remedy) },
      { kind: 'praised-fixes-few', remedy, causes: praised && few ? rate.fixes : [] },
    ];
  });
  return all.filter(({ causes }) => causes.length > 0);
}

/** Causes under which a report says that a remedy worked, and most trials say that it does not. */
function contradictedBy({ facts, rates }: Entry, remedy: string): string[] {
  const praised = facts.reports
    .filter((report) => report.remedy === remedy && report.outcome === 'fixed')
    .map((report) => report.cause);
  return [...new Set(praised)].filter((cause) => (rates.remedies[remedy]?.cells[cause]?.value ?? 1) < 0.5);
}

function cellsOf({ rates }: Entry): { cause: string; remedy: string; cell: Cell }[] {
  return Object.entries(rates.remedies).flatMap(([remedy, { cells }]) =>
    Object.entries(cells).map(([cause, cell]) => ({ cause, remedy, cell })),
  );
}

function titlesOf({ prose }: Entry, named: Omit<EntryEvidence, 'titles'>): EntryEvidence['titles'] {
  const cells = [...named.unsteady, ...named.disagreements];
  const causes = [
    ...named.notReproduced,
    ...cells.map(({ cause }) => cause),
    ...named.surprises.flatMap((one) => one.causes),
  ];
  const remedies = [
    ...named.estimates,
    ...cells.map(({ remedy }) => remedy),
    ...named.surprises.map((one) => one.remedy),
  ];
  const titles = (part: 'causes' | 'remedies', ids: string[]): Record<string, Title> =>
    Object.fromEntries(
      [...new Set(ids)].map((id) => [
        id,
        { en: prose.en[part][id]?.title ?? id, zh: prose.zh[part][id]?.title ?? id },
      ]),
    );
  return { causes: titles('causes', causes), remedies: titles('remedies', remedies) };
}
