import type { Entry, Prose } from '../../entry/entry.ts';
import type { RemedyRates } from '../../entry/rates.ts';
import type { Remedy } from '../../entry/schema/remedy.ts';
import type { Locale } from '../../i18n/locales.ts';
import { type Strings, stringsOf } from '../../i18n/strings.ts';
import { numberCauses } from './answers.ts';

/** An entry in one language: what every part of its page is drawn from. */
export interface EntryView {
  entry: Entry;
  locale: Locale;
  t: Strings;
  prose: Prose;
  /** Cause id to its number on the page. */
  numbers: Map<string, number>;
}

/** A remedy with all that its section shows. */
export interface RemedyView {
  id: string;
  remedy: Remedy;
  rates: RemedyRates;
  /** Steps that the lab ran as they stand. */
  ran: Set<string>;
}

/** Join an entry with a language. */
export function viewEntry(entry: Entry, locale: Locale): EntryView {
  return { entry, locale, t: stringsOf(locale), prose: entry.prose[locale], numbers: numberCauses(entry) };
}

/**
 * Get what the section of a remedy shows.
 *
 * @throws Error if the entry has no such remedy
 */
export function viewRemedy(entry: Entry, id: string): RemedyView {
  const remedy = entry.facts.remedies[id];
  const rates = entry.rates.remedies[id];
  if (remedy === undefined || rates === undefined) throw new Error(`${entry.id} has no remedy "${id}"`);
  return { id, remedy, rates, ran: stepsRun(entry, id) };
}

/** The title of a cause, or its id where the prose has none. */
export function causeTitle(view: EntryView, cause: string): string {
  return view.prose.causes[cause]?.title ?? cause;
}

/** The title of a remedy, or its id where the prose has none. */
export function remedyTitle(view: EntryView, remedy: string): string {
  return view.prose.remedies[remedy]?.title ?? remedy;
}

/** The steps of a remedy that ran in some trial. */
function stepsRun(entry: Entry, remedy: string): Set<string> {
  const results = Object.values(entry.results?.causes ?? {}).flatMap((byEnvironment) =>
    Object.values(byEnvironment).flatMap((result) => result.remedies[remedy]?.trials ?? []),
  );
  return new Set(results.flatMap((trial) => trial.steps.map((step) => step.id)));
}
