import { z } from 'zod';

/**
 * Write the JSON Schema (2020-12) of a published format, made from the Zod schema that types it. Objects
 * are left open, so that a key added later breaks no reader that validates.
 *
 * @param url where it is published
 */
export function publishedJsonSchema(published: z.ZodType, url: string): Record<string, unknown> {
  const schema = z.toJSONSchema(published, {
    io: 'output',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
      delete jsonSchema.default;
    },
  });
  return { ...schema, $id: url };
}
