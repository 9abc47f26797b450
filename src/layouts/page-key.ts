import { createHash } from 'node:crypto';
import { siteAddress } from '../server/address.ts';
import { policyInPages, repository } from './site.ts';

/**
 * Key under which a built page is kept: a later build takes the page as it is while its key, and the code and
 * styles that make it, are the same. So the props must name all that the page shows, entries by their digests.
 */
export function pageKey(props: object): string {
  const settings = { site: siteAddress(), repository, policyInPages };
  return createHash('sha256').update(JSON.stringify({ settings, props })).digest('hex');
}
