import type { Locale } from '../i18n/locales.ts';
import type { LabRun } from './load/lab.ts';
import type { Rates } from './rates.ts';
import type { Revision } from './revision/record.ts';
import type { Facts } from './schema/facts.ts';
import type { LabResults } from './schema/results.ts';

/** One error, everything known of it joined: what pages, exports and search are made from. */
export interface Entry {
  /** `<domain>/<slug>`. */
  id: string;
  domain: string;
  slug: string;
  /** Short code, `FX-0158R`; null until the entry stands in the ledger. */
  code: string | null;
  /** Digest of all that readers see of it; see `digestState`. */
  revision: string;
  /** Its recorded revisions, newest first. */
  history: Revision[];
  facts: Facts;
  prose: Record<Locale, Prose>;
  /** What the lab saw, or null where it never ran. */
  results: LabResults | null;
  /** What the lab ran, for showing commands with its values; null where it never ran. */
  labRun: LabRun | null;
  rates: Rates;
}

/** The prose of an entry in one language. */
export interface Prose {
  /** Whether the English text has changed since this translation was last brought in step with it. */
  stale: boolean;
  title: string;
  summary: string;
  /** All that stands before the first component. */
  rootCause: Section;
  /** What the lab found against common belief, in page order. */
  findings: NamedSection[];
  /** In the order of the facts. */
  causes: Record<string, NamedSection>;
  /** In the order of the facts. */
  remedies: Record<string, RemedyProse>;
}

/** A piece of prose in the three forms in which it is needed. */
export interface Section {
  /** Sanitised HTML; headings start at h4. */
  html: string;
  /** GitHub-flavoured Markdown without components. */
  markdown: string;
  /** Plain text on one line. */
  text: string;
}

export interface NamedSection extends Section {
  id: string;
  title: string;
  /** Two short words for the head of a matrix column; the title where none is given. */
  short: string;
}

export interface RemedyProse extends NamedSection {
  /** Step id to the sentence that introduces it. */
  steps: Record<string, Section>;
}
