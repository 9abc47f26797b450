import type { APIRoute } from 'astro';
import { getCards } from '../../entry/collection/read.ts';
import { readLedger } from '../../entry/ledger/published.ts';
import { contentRoot } from '../../entry/load/files.ts';
import { ledgerToJson } from '../../export/json/ledger-to-json.ts';
import { siteAddress } from '../../server/address.ts';

/** Every id and short code ever published, and what it leads to. */
export const GET: APIRoute = async () => {
  const ledger = ledgerToJson(await getCards(), readLedger(contentRoot()), siteAddress());
  return new Response(`${JSON.stringify(ledger)}\n`, { headers: { 'Content-Type': 'application/json' } });
};
