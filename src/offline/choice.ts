import type { Locale } from '../i18n/locales.ts';

/** What a reader wants to have without a network. */
export interface Choice {
  languages: readonly Locale[];
  /** Ids of domains; null for all, also those that come later. */
  domains: readonly string[] | null;
  /** Whether the trials and the data of entries are wanted too. */
  trials: boolean;
}

/** Files that are kept, or not, together. */
export interface PartKey {
  /** The domain whose entries they are; null for the rest of the site. */
  domain: string | null;
  /** Null for what every language needs. */
  locale: Locale | null;
  trials: boolean;
}

/** Tell whether a part belongs to what is wanted. */
export function isChosen({ domain, locale, trials }: PartKey, choice: Choice): boolean {
  return (
    (domain === null || choice.domains === null || choice.domains.includes(domain)) &&
    (locale === null || choice.languages.includes(locale)) &&
    (!trials || choice.trials)
  );
}

/**
 * Write a choice as the query of the address of the service worker: the browser keeps that address, so that the choice
 * needs no storage of its own.
 *
 * @example writeChoice({ languages: ['en'], domains: ['git'], trials: true }) // => 'languages=en&domains=git&trials=1'
 */
export function writeChoice({ languages, domains, trials }: Choice): string {
  const query = new URLSearchParams({ languages: languages.join(' ') });
  if (domains !== null) query.set('domains', domains.join(' '));
  if (trials) query.set('trials', '1');
  return query.toString();
}

/** Read what {@link writeChoice} wrote. Words that name nothing choose nothing. */
export function readChoice(query: string): Choice {
  const values = new URLSearchParams(query);
  const words = (name: string): string[] => values.get(name)?.split(' ').filter(Boolean) ?? [];
  return {
    languages: words('languages') as Locale[],
    domains: values.has('domains') ? words('domains') : null,
    trials: values.get('trials') === '1',
  };
}
