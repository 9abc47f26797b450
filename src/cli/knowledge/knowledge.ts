import type { Verdict } from '../../export/match/verdict.ts';
import type { PublishedEntry } from '../../export/schema/entry.ts';
import type { PublishedLedger } from '../../export/schema/ledger.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { MatchIndex } from '../../match/types.ts';

/** What lists and searches show of an entry. */
export interface CatalogueEntry {
  id: string;
  domain: string;
  tool: string;
  tags: string[];
  headline: string;
  signatures: string[];
  titles: Record<Locale, string>;
  summaries: Record<Locale, string>;
  /** Titles of its causes and remedies, for searches. */
  parts: Record<Locale, string>;
  /** How much of it is proven to be fixed, in words. */
  verdicts: Record<Locale, string>;
}

/** A domain that has entries. */
export interface CatalogueDomain {
  id: string;
  names: Record<Locale, string>;
  entries: number;
}

/** Everything that lists need, in one file. */
export interface Catalogue {
  format: 1;
  domains: CatalogueDomain[];
  entries: CatalogueEntry[];
}

/** The entries as the command line reads them: from the content of the project, or from the files of a package. */
export interface Knowledge {
  catalogue(): Catalogue;
  index(): MatchIndex;
  /** What every id and short code leads to. */
  ledger(): PublishedLedger['entries'];
  /** The published JSON of an entry; null if there is none of that id. */
  entry(id: string): PublishedEntry | null;
  markdown(id: string, locale: Locale): string | null;
  verdict(id: string, locale: Locale): Verdict | null;
}
