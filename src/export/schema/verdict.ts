import { z } from 'zod';
import { CodeSchema, DateSchema, EntryIdSchema, SlugSchema } from '../../entry/schema/primitives.ts';
import { PlaceholderSchema } from '../../entry/schema/signature.ts';
import type { Verdict } from '../match/verdict.ts';

const place = z.number().int().nonnegative();

/** `<id>.verdict.json`: what a reader who has pasted a message is told at once. The type stands apart: browsers load no Zod. */
export const VerdictSchema: z.ZodType<Verdict> = z
  .strictObject({
    id: EntryIdSchema,
    code: CodeSchema.nullable(),
    withdrawn: DateSchema.nullable().meta({ description: 'Since when the entry no longer holds.' }),
    title: z.string(),
    signatures: z.array(z.string()),
    narrowing: z
      .array(place)
      .meta({ description: 'Places of signatures whose wording depends on the cause alone.' }),
    placeholders: z.record(z.string(), PlaceholderSchema.extend({ example: z.string() })),
    causes: z.array(
      z.strictObject({
        id: SlugSchema,
        title: z.string(),
        printed: z
          .array(z.number().int().min(-1))
          .meta({ description: 'Places of signatures that it printed in the lab.' }),
        tell: z
          .string()
          .nullable()
          .meta({ description: 'A command that only reads; its placeholders are not filled in.' }),
        expect: z
          .string()
          .nullable()
          .meta({ description: 'A regular expression for its output while this cause is at work.' }),
        proven: z.boolean().meta({
          description: 'Whether it, as the first of all, named this cause wherever it was reproduced.',
        }),
        fix: z
          .strictObject({ remedy: SlugSchema, title: z.string(), fixed: place, trials: place })
          .nullable()
          .meta({ description: 'The remedy that fixed it in all trials.' }),
      }),
    ),
    traps: z
      .array(z.strictObject({ remedy: SlugSchema, title: z.string(), harmful: z.boolean() }))
      .meta({ description: 'What not to try.' }),
  })
  .meta({ id: 'Verdict', title: 'Verdict of Fixrate on an error' });
