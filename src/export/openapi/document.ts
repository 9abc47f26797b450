import { z } from 'zod';
import type { SiteAddress } from '../../server/address.ts';
import { API_CHANGES } from '../changelog.ts';
import { LICENCE } from '../licence.ts';
import { publishedJsonSchema } from '../schema/json-schema.ts';
import { PUBLISHED } from '../schema/published.ts';
import { ENDPOINTS, type Endpoint, parametersOf } from './endpoints.ts';
import { PARAMETERS } from './parameters.ts';

type Json = Record<string, unknown>;

const DESCRIPTION = `Static files: every request is a GET, there is no key and no limit, and any origin may ask.
Every key of a document is always present, null if unknown. Keys and files may be added within /v1/; what would break a reader gets a new /v2/.
To follow the knowledge base, fetch /v1/index.json with If-None-Match, and of its entries those whose digest has changed.`;

const TAGS = {
  entries: 'One entry',
  all: 'All entries',
  lists: 'Lists to read',
  schemas: 'JSON Schemas of all documents',
} as const satisfies Record<Endpoint['tag'], string>;

/** Describe every file that programs read, as OpenAPI 3.1: https://spec.openapis.org/oas/v3.1.1 */
export function openApiDocument({ origin, base }: SiteAddress): Json {
  const schemas = componentSchemas();
  return {
    openapi: '3.1.1',
    info: {
      title: 'Fixrate',
      summary: 'Errors, and what was measured to fix them.',
      description: DESCRIPTION,
      version: API_CHANGES[0].version,
      license: { name: LICENCE.name, url: LICENCE.url },
    },
    servers: [{ url: origin + base.replace(/\/$/, '') }],
    security: [],
    tags: Object.entries(TAGS).map(([name, description]) => ({ name, description })),
    paths: Object.fromEntries(
      ENDPOINTS.map((endpoint) => [`/${endpoint.path}`, { get: operation(endpoint) }]),
    ),
    components: { schemas },
  };
}

function operation(endpoint: Endpoint): Json {
  return {
    operationId: endpoint.operation,
    tags: [endpoint.tag],
    summary: endpoint.summary,
    ...parameters(endpoint),
    responses: {
      200: {
        description: 'As it was built.',
        headers: { ETag: { description: 'For If-None-Match.', schema: { type: 'string' } } },
        content: { [endpoint.type]: { schema: contentSchema(endpoint) } },
      },
      ...(endpoint.path.includes('{') ? { 404: { description: 'There is none: a page for readers.' } } : {}),
    },
  };
}

function parameters(endpoint: Endpoint): Json {
  const names = parametersOf(endpoint);
  if (names.length === 0) return {};
  return {
    parameters: names.map((name) => {
      const { description, pattern, example } = PARAMETERS[name];
      return { name, in: 'path', required: true, description, schema: { type: 'string', pattern }, example };
    }),
  };
}

function contentSchema({ schema, type }: Endpoint): Json {
  if (type === 'application/gzip') return { type: 'string', contentMediaType: type };
  if (schema === null) return { type: 'string' };
  if (schema === 'any') return { type: 'object', additionalProperties: true };
  const ref = { $ref: `#/components/schemas/${nameOf(schema)}` };
  // NDJSON has no schema of its own in OpenAPI 3.1: what a line is stands beside the text.
  return type === 'application/x-ndjson' ? { type: 'string', 'x-line': ref } : ref;
}

/** All published formats and what they are made of, each once. */
function componentSchemas(): Json {
  // A schema with an id stands among its own $defs, and the document refers to it.
  const parts = Object.assign(
    {},
    ...Object.values(PUBLISHED).map((schema) => publishedJsonSchema(schema, '')['$defs']),
  );
  const text = JSON.stringify(parts).replaceAll('"#/$defs/', '"#/components/schemas/');
  return JSON.parse(text) as Json;
}

function nameOf(name: keyof typeof PUBLISHED): string {
  return idOf(PUBLISHED[name]);
}

function idOf(schema: z.ZodType): string {
  const id = z.globalRegistry.get(schema)?.id;
  if (id === undefined) throw new Error('a published schema needs an id: .meta({ id })');
  return id;
}
