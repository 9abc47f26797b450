import type { z } from 'zod';
import type { Problem } from '../problems/problem.ts';
import type { YamlFile } from './document.ts';
import { explain } from './messages.ts';

/**
 * Hold a YAML file against its schema. The only way from YAML to a typed value.
 *
 * @returns the value, or null and all problems: those of the syntax, or those of the schema
 */
export function validate<Schema extends z.ZodType>(
  yaml: YamlFile,
  schema: Schema,
): { value: z.output<Schema> | null; problems: Problem[] } {
  if (yaml.problems.length > 0) return { value: null, problems: yaml.problems };
  const result = schema.safeParse(yaml.value);
  if (result.success) return { value: result.data, problems: [] };
  const problems = result.error.issues
    .flatMap((issue) => explain(issue, schema, yaml.value))
    .map(({ path, atKey, message, tip }): Problem => {
      const place = atKey ? yaml.placeOfKey(path) : yaml.placeOf(path);
      return { file: yaml.file, ...place, rule: 'schema', message, tip };
    });
  return { value: null, problems };
}
