import type { APIRoute } from 'astro';
import { publishedJsonSchema } from '../../../export/schema/json-schema.ts';
import { PublishedLedgerSchema } from '../../../export/schema/ledger.ts';
import { LEDGER_SCHEMA_PATH } from '../../../export/urls.ts';
import { siteAddress } from '../../../server/address.ts';

/** The JSON Schema of `v1/ledger.json`. */
export const GET: APIRoute = () => {
  const { origin, base } = siteAddress();
  const schema = publishedJsonSchema(PublishedLedgerSchema, origin + base + LEDGER_SCHEMA_PATH);
  return new Response(JSON.stringify(schema, null, 2), {
    headers: { 'Content-Type': 'application/schema+json' },
  });
};
