import { createHash } from 'node:crypto';
import { policyInPages, repository, routes } from './site.ts';

/**
 * Key under which a built page is kept: a later build takes the page as it is while its key, and the code and
 * styles that make it, are the same. So the props must name all that the page shows, entries by their digests.
 */
export function pageKey(props: object): string {
  const settings = { origin: routes.origin, base: routes.base, repository, policyInPages };
  return createHash('sha256').update(JSON.stringify({ settings, props })).digest('hex');
}
