import { z } from 'zod';
import { LocalizedTextSchema, SlugSchema } from '../../entry/schema/primitives.ts';
import { RemedySchema } from '../../entry/schema/remedy.ts';
import { STEP_KINDS } from '../../entry/schema/step.ts';
import { RemedyRatesSchema } from './rates.ts';

const { side, safety, costs, since, until } = RemedySchema.shape;

/** A step as readers see it; `text` holds placeholders, `example` has them filled. */
export const PublishedStepSchema = z
  .strictObject({
    id: SlugSchema,
    kind: z.enum(STEP_KINDS),
    look: z.boolean().meta({ description: 'Whether it only reads.' }),
    form: z.enum(['sh', 'file', 'change', 'version']).nullable().meta({
      description:
        'sh: paste text into a shell; file: text is the content of path; change: from becomes text in path; version: tools at versions; null: told in prose alone.',
    }),
    path: z.string().nullable(),
    from: z.string().nullable(),
    text: z.string().nullable(),
    example: z.string().nullable().meta({ description: 'text with the example values filled in.' }),
    instead: z
      .string()
      .nullable()
      .meta({ description: 'Of a program that keeps running: what it takes the place of.' }),
  })
  .meta({ id: 'Step' });

const PublishedUndoSchema = z.strictObject({
  kind: z.enum(['none', 'command', 'text']),
  command: z.string().nullable(),
  text: LocalizedTextSchema.nullable(),
});

/** A workaround or dead end, in page order. */
export const PublishedRemedySchema = z
  .strictObject({
    id: SlugSchema,
    side,
    safety: safety.unwrap(),
    undo: PublishedUndoSchema.nullable().meta({ description: 'How to take it back.' }),
    costs: costs.unwrap(),
    since: since.unwrap(),
    until: until.unwrap(),
    steps: z.array(PublishedStepSchema),
    rates: RemedyRatesSchema,
  })
  .meta({ id: 'Remedy' });
