import type { Entry } from '../../entry/entry.ts';
import type { PlaceholderKind } from '../../entry/schema/signature.ts';
import type { Locale } from '../../i18n/locales.ts';

/** How often a remedy fixed a cause. */
export interface VerdictFix {
  remedy: string;
  title: string;
  fixed: number;
  trials: number;
}

/** One cause, as a search result and the page opened from it need it. */
export interface VerdictCause {
  id: string;
  title: string;
  /** Which of `signatures` it printed in the lab, by place. */
  printed: number[];
  /** A command that only reads, or null; its placeholders are not filled in. */
  tell: string | null;
  /** A regular expression for its output while this cause is at work, or null. */
  expect: string | null;
  /** Whether it, as the first of all, named this cause wherever the lab reproduced it. */
  proven: boolean;
  /** The remedy that fixed it in all trials, or null. */
  fix: VerdictFix | null;
}

/** What a reader who has pasted a message is told at once: small, so that it is fetched while they look. */
export interface Verdict {
  id: string;
  /** Short code; null until the entry stands in the ledger. */
  code: string | null;
  /** Since when the entry no longer holds, or null. */
  withdrawn: string | null;
  title: string;
  signatures: string[];
  /** Places of `signatures` whose wording depends on the cause alone, so that it narrows the causes. */
  narrowing: number[];
  placeholders: Record<string, { kind: PlaceholderKind; example: string }>;
  causes: VerdictCause[];
  /** What not to try. */
  traps: { remedy: string; title: string; harmful: boolean }[];
}

const MOST_TRAPS = 3;

/** Sum an entry up for a search result. */
export function entryToVerdict(entry: Entry, locale: Locale): Verdict {
  const { facts, rates } = entry;
  const prose = entry.prose[locale];
  const texts = facts.signatures.map(({ text }) => text);
  const titleOf = (remedy: string): string => prose.remedies[remedy]?.title ?? remedy;
  return {
    id: entry.id,
    code: entry.code,
    withdrawn: facts.withdrawn?.date ?? null,
    title: prose.title,
    signatures: texts,
    narrowing: facts.signatures.flatMap(({ narrows }, place) => (narrows ? [place] : [])),
    placeholders: facts.placeholders,
    causes: Object.entries(facts.causes).map(([id, { tell }]) => ({
      id,
      title: prose.causes[id]?.title ?? id,
      printed: (rates.causes[id]?.signatures ?? []).map((text) => texts.indexOf(text)),
      tell: tell?.run ?? null,
      expect: tell?.expect ?? null,
      proven: isProven(entry, id),
      fix: fixOf(entry, id, titleOf),
    })),
    traps: rates.order.deadEnds
      .map((remedy) => ({
        remedy,
        title: titleOf(remedy),
        harmful: (rates.remedies[remedy]?.harms.length ?? 0) > 0,
      }))
      .sort((a, b) => Number(b.harmful) - Number(a.harmful))
      .slice(0, MOST_TRAPS),
  };
}

function isProven(entry: Entry, cause: string): boolean {
  const tells = Object.values(entry.results?.causes[cause] ?? {}).flatMap(({ tell }) => tell ?? []);
  return tells.length > 0 && tells.every(({ names }) => names === cause);
}

function fixOf(entry: Entry, cause: string, titleOf: (remedy: string) => string): VerdictFix | null {
  const best = entry.rates.causes[cause]?.best ?? null;
  const cell = best === null ? undefined : entry.rates.remedies[best.remedy]?.cells[cause];
  if (best === null || cell === undefined || cell.value !== 1) return null;
  return { remedy: best.remedy, title: titleOf(best.remedy), fixed: cell.fixed, trials: cell.trials };
}
