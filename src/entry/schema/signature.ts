import { z } from 'zod';
import { DateSchema, WebUrlSchema } from './primitives.ts';

const SignatureObjectSchema = z.strictObject({
  text: z.string().min(1).meta({
    description:
      'The message as the tool prints it; {name} stands for what varies, \\{ for a literal brace; several lines are consecutive.',
  }),
  by: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: 'The program that prints this wording, where it is not the tool of the entry.' }),
  versions: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: 'Versions of that program that print it, as a range.' }),
  locale: z
    .string()
    .regex(/^[a-z]{2}([_-][A-Z]{2})?$/, 'must be a language such as zh or zh_CN')
    .nullable()
    .default(null)
    .meta({ description: 'Language of the message, where it is not English.' }),
  composed: z
    .boolean()
    .default(false)
    .meta({ description: 'True for a headline that no tool prints as it stands.' }),
  narrows: z.boolean().default(true).meta({
    description:
      'False where something else than the cause decides whether this wording is printed, so that it does not tell causes apart.',
  }),
});

/** One wording of the error: a string, or an object that says who prints it. */
export const SignatureSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { text: value } : value),
  SignatureObjectSchema,
);

/** When the error was first seen in public, and where that can be read. */
export const FirstSeenSchema = z.strictObject({
  date: DateSchema,
  source: WebUrlSchema.nullable().default(null).meta({ description: 'Page that shows it.' }),
});

export const PLACEHOLDER_KINDS = [
  'port',
  'number',
  'host',
  'address',
  'path',
  'module',
  'name',
  'branch',
  'version',
  'url',
  'text',
] as const;

/** What a {name} of signatures and steps stands for. */
export const PlaceholderSchema = z.strictObject({
  kind: z.enum(PLACEHOLDER_KINDS).meta({ description: 'Which values it may take.' }),
  example: z
    .union([z.string(), z.number()])
    .transform(String)
    .meta({ description: 'What a page shows where nothing was matched.' }),
});

export type Signature = z.output<typeof SignatureSchema>;
export type Placeholder = z.output<typeof PlaceholderSchema>;
export type PlaceholderKind = (typeof PLACEHOLDER_KINDS)[number];
