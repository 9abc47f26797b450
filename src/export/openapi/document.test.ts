import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Validator } from '@seriousme/openapi-schema-validator';
import { z } from 'zod';
import { PUBLISHED } from '../schema/published.ts';
import { openApiDocument } from './document.ts';
import { ENDPOINTS } from './endpoints.ts';

const document = openApiDocument({ origin: 'https://kb.example', base: '/kb/' });

test('the description of the API is valid OpenAPI 3.1', async () => {
  const validator = new Validator();
  const { valid, errors } = await validator.validate(structuredClone(document));
  assert.ok(valid, JSON.stringify(errors, null, 1));
  assert.equal(validator.version, '3.1');
});

test('every reference leads to a schema, and none has two meanings', () => {
  const text = JSON.stringify(document);
  const { schemas } = document['components'] as { schemas: Record<string, unknown> };
  const referred = [...text.matchAll(/"\$ref":"([^"]*)"/g)].map(([, ref]) => ref ?? '');
  assert.ok(referred.length > 20);
  for (const ref of referred) assert.ok(ref.replace('#/components/schemas/', '') in schemas, ref);
});

test('every format is described, none by itself', () => {
  const { schemas } = document['components'] as { schemas: Record<string, { type?: string }> };
  for (const [name, schema] of Object.entries(schemas)) assert.equal(schema.type, 'object', name);
  for (const format of Object.values(PUBLISHED))
    assert.ok((z.globalRegistry.get(format)?.id ?? '') in schemas);
});

test('operations and paths have names of their own', () => {
  for (const key of ['operation', 'path'] as const) {
    const names = ENDPOINTS.map((endpoint) => endpoint[key]);
    assert.equal(new Set(names).size, names.length, key);
  }
});
