import type { APIRoute } from 'astro';
import { getEntries } from '../../../entry/collection/read.ts';
import { offerEntries } from '../../../export/handover.ts';
import { entryJsonSchema } from '../../../export/schema/json-schema.ts';
import { schemaUrl } from '../../../export/urls.ts';
import { siteAddress } from '../../../server/address.ts';

/** The JSON Schema of `<id>.json`. */
export const GET: APIRoute = () => {
  // The integration that writes the exports runs outside the bundle of the pages.
  offerEntries(getEntries);
  return new Response(JSON.stringify(entryJsonSchema(schemaUrl(siteAddress())), null, 2), {
    headers: { 'Content-Type': 'application/schema+json' },
  });
};
