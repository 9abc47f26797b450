import type { APIRoute } from 'astro';
import { getCards } from '../../entry/collection/read.ts';
import { changesToJson } from '../../export/json/changes-to-json.ts';
import { siteAddress } from '../../server/address.ts';

/** What changed last, over all entries. */
export const GET: APIRoute = async () => {
  const changes = changesToJson(await getCards(), siteAddress());
  return new Response(`${JSON.stringify(changes)}\n`, { headers: { 'Content-Type': 'application/json' } });
};
