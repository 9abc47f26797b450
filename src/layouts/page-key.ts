import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { siteAddress } from '../server/address.ts';
import { policyInPages, repository } from './site.ts';

/** Where this build writes scripts and styles, before it makes pages. */
const ASSETS = join(resolve(process.env['FIXRATE_DIST'] || 'dist'), 'assets');

let assets: string[] | null = null;

/**
 * Key under which a built page is kept: a later build takes the page as it is while its key, and the code and
 * styles that make it, are the same. So the props must name all that the page shows, entries by their digests.
 */
export function pageKey(props: object): string {
  // Another page may change how styles are cut into files, and so what this page links to; their names hold digests.
  assets ??= listAssets(ASSETS);
  const settings = { site: siteAddress(), repository, policyInPages, assets };
  return createHash('sha256').update(JSON.stringify({ settings, props })).digest('hex');
}

function listAssets(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder).sort() : [];
}
