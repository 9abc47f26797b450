import { byLocale, type Locale } from '../../i18n/locales.ts';
import type { Entry } from '../entry.ts';
import { type EntryEvidence, summariseEvidence } from '../evidence/summarise.ts';
import type { Rates } from '../rates.ts';
import type { Revision } from '../revision/record.ts';
import type { Facts } from '../schema/facts.ts';
import { type DeadEnd, listDeadEnds } from './dead-ends.ts';

/** What lists, search results and links show of an entry: small, so that all of them can be held at once. */
export interface Card {
  id: string;
  domain: string;
  slug: string;
  /** Short code; null until the entry stands in the ledger. */
  code: string | null;
  revision: string;
  /** Its recorded revisions, newest first. */
  history: Revision[];
  category: string;
  tool: string;
  httpStatus: number | null;
  tags: string[];
  /** The first signature. */
  headline: string;
  /** Languages in which tools print it: `en`, and others such as `zh`. */
  languages: string[];
  title: Record<Locale, string>;
  summary: Record<Locale, string>;
  firstSeen: string | null;
  aliases: string[];
  /** Ids of the entries that its page names. */
  related: string[];
  withdrawn: Facts['withdrawn'];
  /** Date of the last run of the lab, or null. */
  measured: string | null;
  /** How many findings its prose has. */
  findings: number;
  rates: Pick<Rates, 'fixRate' | 'confidence' | 'evidence'>;
  evidence: EntryEvidence;
  /** In the order of the page. */
  deadEnds: DeadEnd[];
}

/** Take from an entry what lists show of it. */
export function cardOf(entry: Entry): Card {
  const { id, domain, slug, code, revision, history, facts, prose, results, rates } = entry;
  return {
    id,
    domain,
    slug,
    code,
    revision,
    history,
    category: facts.category,
    tool: facts.tool,
    httpStatus: facts.httpStatus,
    tags: facts.tags,
    headline: facts.signatures[0]?.text ?? '',
    languages: languagesOf(facts),
    title: byLocale((locale) => prose[locale].title),
    summary: byLocale((locale) => prose[locale].summary),
    firstSeen: facts.firstSeen?.date ?? null,
    aliases: facts.aliases,
    related: [
      ...Object.values(facts.related).flatMap((errors) => errors.flatMap((error) => error.id ?? [])),
      ...[facts.withdrawn?.replacedBy ?? []].flat(),
    ],
    withdrawn: facts.withdrawn,
    measured: results?.date ?? null,
    findings: prose.en.findings.length,
    rates: { fixRate: rates.fixRate, confidence: rates.confidence, evidence: rates.evidence },
    evidence: summariseEvidence(entry),
    deadEnds: listDeadEnds(entry),
  };
}

function languagesOf({ signatures }: Facts): string[] {
  return [...new Set(signatures.map(({ locale }) => locale?.slice(0, 2) ?? 'en'))].sort();
}
