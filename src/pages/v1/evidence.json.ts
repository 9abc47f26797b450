import type { APIRoute } from 'astro';
import { getCards } from '../../entry/collection/read.ts';
import { collectEvidence } from '../../entry/evidence/collect.ts';
import { evidenceToJson } from '../../export/json/evidence-to-json.ts';
import { siteAddress } from '../../server/address.ts';

/** Counts over all entries: the page on evidence as data. */
export const GET: APIRoute = async () => {
  const evidence = collectEvidence(await getCards());
  return new Response(`${JSON.stringify(evidenceToJson(evidence, siteAddress()))}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
};
