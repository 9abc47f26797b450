import { z } from 'zod';
import { RegexSchema, SlugSchema } from './primitives.ts';

/** A command that only reads, and what it prints when this cause, and no other, is at work. */
export const TellSchema = z.strictObject({
  run: z.string().trim().min(1).meta({ description: 'A command that only reads.' }),
  expect: RegexSchema.meta({ description: 'What its standard output matches under this cause.' }),
});

/** One root cause under which the signature appears. */
export const CauseSchema = z.strictObject({
  tell: TellSchema.nullable()
    .default(null)
    .meta({ description: 'A command that only reads, and what it prints under this cause alone.' }),
});

/** Causes by id, in page order: the order in which the tells are tried. */
export const CausesSchema = z.record(SlugSchema, CauseSchema);

export type Cause = z.output<typeof CauseSchema>;
export type Tell = z.output<typeof TellSchema>;
