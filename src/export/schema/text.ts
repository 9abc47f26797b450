import { z } from 'zod';
import { SlugSchema } from '../../entry/schema/primitives.ts';

const markdown = z.string().meta({ description: 'GitHub-flavoured Markdown.' });

const TitledTextSchema = z.strictObject({ id: SlugSchema, title: z.string(), markdown });

const NamedTextSchema = TitledTextSchema.extend({
  short: z.string().meta({ description: 'The title in one or two short words.' }),
});

/** The prose of an entry in one language; lists stand in the order of the facts. */
export const PublishedTextSchema = z
  .strictObject({
    title: z.string(),
    summary: z.string(),
    rootCause: markdown,
    findings: z.array(TitledTextSchema).meta({ description: 'What the lab found against common belief.' }),
    causes: z.array(NamedTextSchema),
    remedies: z.array(
      NamedTextSchema.extend({ steps: z.array(z.strictObject({ id: SlugSchema, markdown })) }),
    ),
  })
  .meta({ id: 'Text' });
