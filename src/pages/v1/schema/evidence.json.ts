import type { APIRoute } from 'astro';
import { PublishedEvidenceSchema } from '../../../export/schema/evidence.ts';
import { publishedJsonSchema } from '../../../export/schema/json-schema.ts';
import { EVIDENCE_SCHEMA_PATH } from '../../../export/urls.ts';
import { siteAddress } from '../../../server/address.ts';

/** The JSON Schema of `v1/evidence.json`. */
export const GET: APIRoute = () => {
  const { origin, base } = siteAddress();
  const schema = publishedJsonSchema(PublishedEvidenceSchema, origin + base + EVIDENCE_SCHEMA_PATH);
  return new Response(JSON.stringify(schema, null, 2), {
    headers: { 'Content-Type': 'application/schema+json' },
  });
};
