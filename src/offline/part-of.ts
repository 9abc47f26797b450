import { DEFAULT_LOCALE, LOCALES, type Locale } from '../i18n/locales.ts';
import type { PartKey } from './choice.ts';

/** What belongs to no language and no domain, and is needed wherever one reads or searches. */
const SHARED: readonly RegExp[] = [
  // Pictures that links unfurl to are for others.
  /^assets\/(?!og\.)/,
  /^pagefind\/(?:pagefind\.js|pagefind-worker\.js|pagefind-entry\.json|wasm\.unknown\.pagefind)$/,
  /^v1\/(?:match|ledger)\.json$/,
  /^(?:favicon\.svg|icon-\d+\.png|manifest\.webmanifest)$/,
];

/** What a built site says of itself that decides where a file belongs. */
export interface Built {
  /** Of entries, without those that they had before. */
  ids: ReadonlySet<string>;
  /** Folders whose address leads elsewhere: many hosts answer there with a redirect, not with the page. */
  redirects: ReadonlySet<string>;
}

/**
 * Find the part that a file of a built site belongs to.
 *
 * @param path below the base, with `/` between folders
 * @returns null for a file that is not kept: feeds, exports of other formats, the archive, what only hosts read
 */
export function partOf(path: string, { ids, redirects }: Built): PartKey | null {
  if (SHARED.some((pattern) => pattern.test(path))) return { domain: null, locale: null, trials: false };
  const ofPagefind = pagefindLocale(path);
  if (ofPagefind !== null) return { domain: null, locale: ofPagefind, trials: false };
  const rows = /^errors\/rows\/(\w+)\.json$/.exec(path)?.[1];
  if (rows !== undefined) return { domain: null, locale: rows as Locale, trials: false };
  const prefixed = LOCALES.find((locale) => locale !== DEFAULT_LOCALE && path.startsWith(`${locale}/`));
  const locale = prefixed ?? DEFAULT_LOCALE;
  const inner = prefixed === undefined ? path : path.slice(prefixed.length + 1);
  const entry = /^([a-z0-9-]+)\/([a-z0-9-]+)(\/trials\/index\.html|\/index\.html|\.[a-z.]+)$/.exec(inner);
  const [, domain = '', slug = '', rest = ''] = entry ?? [];
  if (ids.has(`${domain}/${slug}`)) {
    if (rest === '/index.html' || rest === '.verdict.json') return { domain, locale, trials: false };
    if (rest === '.changes.json') return { domain, locale: null, trials: false };
    if (rest === '/trials/index.html') return { domain, locale, trials: true };
    if (rest === '.json') return { domain, locale: null, trials: true };
    return null;
  }
  const folder = /^(.*\/)?index\.html$/.exec(path)?.[1] ?? (path === 'index.html' ? '' : null);
  if (folder === null || redirects.has(folder)) return null;
  return { domain: null, locale, trials: false };
}

/** The language of a file of Pagefind's index: its name begins with it, or has it in the middle. */
function pagefindLocale(path: string): Locale | null {
  const tag = /^pagefind\/(?:\w+\/|(?:pagefind|wasm)\.)([a-z]{2})(?:-[a-z]+)?[._]/.exec(path)?.[1];
  return LOCALES.find((locale) => locale === tag) ?? null;
}
