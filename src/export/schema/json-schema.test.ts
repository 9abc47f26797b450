import assert from 'node:assert/strict';
import { test } from 'node:test';
import { publishedJsonSchema } from './json-schema.ts';
import { PUBLISHED } from './published.ts';

interface Node {
  type?: string | string[];
  anyOf?: Node[];
  properties?: Record<string, Node>;
  required?: string[];
  additionalProperties?: unknown;
}

/** Every schema within a schema, with its path. */
function* nodes(value: unknown, path: string): Generator<[string, Node]> {
  if (typeof value !== 'object' || value === null) return;
  yield [path, value as Node];
  for (const [key, inner] of Object.entries(value)) yield* nodes(inner, `${path}/${key}`);
}

const all = Object.entries(PUBLISHED).flatMap(([name, schema]) => [
  ...nodes(publishedJsonSchema(schema, `https://kb.example/v1/schema/${name}.json`), name),
]);

test('every key of every object is required', () => {
  const loose = all.filter(
    ([path, { properties, required = [] }]) =>
      properties !== undefined &&
      !path.endsWith('/properties') &&
      Object.keys(properties).some((key) => !required.includes(key)),
  );
  assert.deepEqual(
    loose.map(([path]) => path),
    [],
  );
});

test('no field has two types beside null', () => {
  const types = (node: Node): string[] =>
    [node.type ?? (node.anyOf ? node.anyOf.flatMap(types) : 'other')]
      .flat()
      .filter((type) => type !== 'null');
  const mixed = all.filter(([, node]) => types(node).length > 1);
  assert.deepEqual(
    mixed.map(([path]) => path),
    [],
  );
});

test('a key that is added later breaks no reader', () => {
  assert.deepEqual(
    all.filter(([, node]) => node.additionalProperties === false),
    [],
  );
});
