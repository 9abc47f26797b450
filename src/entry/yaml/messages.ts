import type { z } from 'zod';
import { nearest } from '../problems/nearest.ts';
import { shapeAt } from './shape.ts';

/** What is wrong with a value, said to its author. */
export interface Complaint {
  path: PropertyKey[];
  /** Whether the key is meant rather than its value. */
  atKey: boolean;
  message: string;
  tip: string;
}

const NAMES: Record<string, string> = {
  string: 'a text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a map of keys',
  record: 'a map of keys',
  null: 'null',
};

/** Say what an issue of a schema means, one complaint for each thing to mend. */
export function explain(issue: z.core.$ZodIssue, schema: z.ZodType, data: unknown): Complaint[] {
  const path = [...issue.path];
  const at = path.length === 0 ? 'the file' : nameOf(path);
  const value = valueAt(data, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key) => unknownKey(schema, path, key));
    case 'invalid_union':
      return explainUnion(issue, schema, data);
    case 'invalid_type':
      return value === undefined
        ? [missing(schema, path, expected(issue))]
        : [wrongType(path, at, value, expected(issue))];
    case 'invalid_value':
      return value === undefined
        ? [missing(schema, path, `one of ${issue.values.join(', ')}`)]
        : [notListed(path, at, value, issue.values.map(String))];
    case 'invalid_key': {
      const [own] = issue.issues;
      return [
        {
          path,
          atKey: true,
          message: `the key ${String(path.at(-1))} ${mustBe(own?.message)}`,
          tip: 'rename the key',
        },
      ];
    }
    case 'custom':
      return [
        {
          path,
          atKey: false,
          message: `${at}: ${issue.message}`,
          tip: describeOr(schema, path, 'see the format of the file'),
        },
      ];
    default:
      return [
        {
          path,
          atKey: false,
          message: `${at} ${mustBe(issue.message)}`,
          tip: describeOr(schema, path, 'correct the value'),
        },
      ];
  }
}

/** Of the alternatives, speak for the one that comes nearest to what stands there. */
function explainUnion(issue: z.core.$ZodIssueInvalidUnion, schema: z.ZodType, data: unknown): Complaint[] {
  const path = [...issue.path];
  const offTarget = (issues: z.core.$ZodIssue[]): boolean =>
    issues.some((one) => one.path.length === 0 && one.code === 'invalid_type');
  const near = issue.errors.filter((issues) => !offTarget(issues)).sort((a, b) => a.length - b.length)[0];
  if (near !== undefined) {
    return near.flatMap((one) => explain({ ...one, path: [...path, ...one.path] }, schema, data));
  }
  const types = issue.errors.flatMap((issues) =>
    issues.flatMap((one) => (one.code === 'invalid_type' ? expected(one) : [])),
  );
  const wanted = [...new Set(types)].join(' or ') || 'another value';
  const value = valueAt(data, path);
  return [value === undefined ? missing(schema, path, wanted) : wrongType(path, nameOf(path), value, wanted)];
}

function unknownKey(schema: z.ZodType, path: PropertyKey[], key: string): Complaint {
  const keys = shapeAt(schema, path)?.keys ?? [];
  const guess = nearest(key, keys);
  const tip = guess === null ? `known here: ${keys.join(', ')}` : `did you mean ${guess}?`;
  return { path: [...path, key], atKey: true, message: `${nameOf([...path, key])} is not a known key`, tip };
}

function missing(schema: z.ZodType, path: PropertyKey[], wanted: string): Complaint {
  const description = describeOr(schema, path, '');
  const tip = `add ${String(path.at(-1) ?? 'it')}: ${wanted}${description === '' ? '' : `. ${description}`}`;
  return { path, atKey: true, message: `${nameOf(path)} is missing`, tip };
}

function wrongType(path: PropertyKey[], at: string, value: unknown, wanted: string): Complaint {
  const tip =
    wanted.includes('a text') && (typeof value === 'number' || typeof value === 'boolean')
      ? `put it in quotes: '${String(value)}'`
      : `write ${wanted}`;
  return { path, atKey: false, message: `${at} must be ${wanted}, but is ${kindOf(value)}`, tip };
}

function notListed(path: PropertyKey[], at: string, value: unknown, values: string[]): Complaint {
  const text = typeof value === 'object' ? kindOf(value) : String(value);
  const guess = nearest(text, values);
  const all = `one of ${values.join(', ')}`;
  return {
    path,
    atKey: false,
    message: `${at} is ${text}, but must be ${all}`,
    tip: guess === null ? `write ${all}` : `did you mean ${guess}?`,
  };
}

function describeOr(schema: z.ZodType, path: readonly PropertyKey[], otherwise: string): string {
  const key = path.at(-1);
  if (typeof key !== 'string') return otherwise;
  return shapeAt(schema, path.slice(0, -1))?.describe(key) ?? otherwise;
}

function expected(issue: z.core.$ZodIssueInvalidType): string {
  return NAMES[issue.expected] ?? issue.expected;
}

function mustBe(message: string | undefined): string {
  const text = message ?? 'is not allowed';
  return text.startsWith('must') ? text : `is wrong: ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}

/** `remedies.other-port.steps[0].id` */
function nameOf(path: readonly PropertyKey[]): string {
  return path
    .map((step, index) =>
      typeof step === 'number' ? `[${step}]` : `${index === 0 ? '' : '.'}${String(step)}`,
    )
    .join('');
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object') return 'a map of keys';
  return typeof value === 'string' ? 'a text' : `${typeof value} ${String(value)}`;
}

function valueAt(data: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    data,
  );
}
