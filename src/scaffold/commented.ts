import type { z } from 'zod';
import { shapeAt } from '../entry/yaml/shape.ts';

const WIDTH = 100;

/** What a key of a new file holds: YAML after `key:`; `off` keys stand there as a comment. */
export interface Example {
  yaml: string;
  off?: boolean;
}

/** Write a key that must be filled in. */
export function on(yaml: string): Example {
  return { yaml };
}

/** Write a key that an author may want, commented out. */
export function off(yaml: string): Example {
  return { yaml, off: true };
}

/**
 * Write an object of a schema as YAML: every key of the schema in its order, above it what the schema says
 * of it. Keys without an example are named in a comment alone, so that no new key is forgotten. A comment
 * begins with `# `, a key that is off with `#` and no space.
 */
export function writeCommented(
  schema: z.ZodType,
  path: readonly PropertyKey[],
  examples: Readonly<Record<string, Example>>,
): string {
  const shape = shapeAt(schema, path);
  if (shape === null) throw new Error(`the schema has no object at ${path.join('.')}`);
  return shape.keys
    .map((key) => {
      const description = shape.describe(key) ?? '';
      const example = examples[key];
      if (example === undefined) return comment(`${key}: ${description}`);
      const text = `${key}:${example.yaml.startsWith('\n') ? '' : ' '}${example.yaml}`;
      const written = example.off ? text.replaceAll(/^(?=.)/gm, '#') : text;
      return description === '' ? written : `${comment(description)}\n${written}`;
    })
    .join(path.length === 0 ? '\n\n' : '\n');
}

/** Name the keys of an object of a schema with what they are, a comment each. */
export function listKeys(schema: z.ZodType, path: readonly PropertyKey[]): string {
  const shape = shapeAt(schema, path);
  if (shape === null) throw new Error(`the schema has no object at ${path.join('.')}`);
  return shape.keys
    .flatMap((key) => {
      const description = shape.describe(key);
      return description === null || key === 'id' ? [] : [comment(`${key}: ${description}`)];
    })
    .join('\n');
}

/** Write a text as YAML comments of a readable width. */
export function comment(text: string): string {
  const lines: string[] = [];
  for (const word of text.split(/\s+/)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + 3 > WIDTH) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.map((line) => `# ${line}`).join('\n');
}

/** Indent all lines of a text. */
export function indent(text: string, spaces: number): string {
  return text.replaceAll(/^(?=.)/gm, ' '.repeat(spaces));
}
