import type { Locale } from '../../i18n/locales.ts';
import { bindRoutes, type PageRef } from '../../i18n/routes.ts';
import type { SiteAddress } from '../../server/address.ts';
import { RESERVED_DOMAINS } from '../schema/taxonomy.ts';

/** What an address in prose leads to. */
export type LinkTarget =
  | { kind: 'external' }
  /** A page of this site: `/domain/slug/`, with an anchor or none. */
  | { kind: 'page'; ref: PageRef; anchor: string }
  /** `#anchor` on the page itself. */
  | { kind: 'anchor'; anchor: string };

/** Where prose will be shown: its links depend on it. */
export interface ProsePlace {
  site: SiteAddress;
  id: string;
  locale: Locale;
}

/** An address as the page has it, and as it must be anywhere else. */
export interface BoundLink {
  href: string;
  absolute: string;
  external: boolean;
}

/**
 * Read an address in prose; null for all that is refused. Only http(s), pages of this site from their
 * root, without a language, and anchors are links; scripts, data, other hosts without a scheme and
 * relative paths are not.
 *
 * @example readLink('/git/x/#causes') // => { kind: 'page', ref: { page: 'entry', id: 'git/x' }, anchor: 'causes' }
 */
export function readLink(address: string): LinkTarget | null {
  if (/^https?:\/\//i.test(address)) return URL.canParse(address) ? { kind: 'external' } : null;
  const anchor = /^#([\w-]+)$/.exec(address)?.[1];
  if (anchor !== undefined) return { kind: 'anchor', anchor };
  const page = /^\/((?:[a-z0-9-]+\/)*)(?:#([\w-]+))?$/.exec(address);
  const ref = page === null ? null : readPage(page[1] ?? '');
  return ref === null ? null : { kind: 'page', ref, anchor: page?.[2] ?? '' };
}

function readPage(path: string): PageRef | null {
  const [first, second, ...rest] = path.split('/').filter((part) => part !== '');
  if (first === undefined) return { page: 'home' };
  if (rest.length > 0) return null;
  if (first === 'guide') return second === undefined ? { page: 'guides' } : { page: 'guide', name: second };
  if (first === 'search' && second === undefined) return { page: 'search' };
  if (RESERVED_DOMAINS.some((name) => name === first)) return null;
  return second === undefined
    ? { page: 'domain', domain: first }
    : { page: 'entry', id: `${first}/${second}` };
}

/** Turn an address in prose into those of the built site; null for what is refused. */
export function bindLink(address: string, { site, id, locale }: ProsePlace): BoundLink | null {
  const target = readLink(address);
  if (target === null) return null;
  if (target.kind === 'external') return { href: address, absolute: address, external: true };
  const routes = bindRoutes(site);
  const ref: PageRef = target.kind === 'page' ? target.ref : { page: 'entry', id };
  const hash = target.anchor === '' ? '' : `#${target.anchor}`;
  const href = target.kind === 'anchor' ? hash : routes.path(ref, locale) + hash;
  return { href, absolute: routes.url(ref, locale) + hash, external: false };
}
