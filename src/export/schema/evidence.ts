import { z } from 'zod';
import { REACHES } from '../../entry/evidence/reach.ts';
import { SURPRISES } from '../../entry/evidence/summarise.ts';
import { EntryIdSchema } from '../../entry/schema/primitives.ts';
import { RUN_OUTCOMES, TRIAL_OUTCOMES } from '../../entry/schema/results.ts';
import { DOCUMENT_HEAD } from './document.ts';

const count = z.number().int().nonnegative();
const byOutcome = z.record(z.enum(RUN_OUTCOMES), count).meta({ description: 'Outcome to number of trials.' });
const causes = z.strictObject({ total: count, reproduced: count });
const cell = z.strictObject({ entry: EntryIdSchema, cause: z.string(), remedy: z.string() });

/** `v1/evidence.json`: what the page on evidence shows, with nothing left out. */
export const PublishedEvidenceSchema = z
  .strictObject({
    ...DOCUMENT_HEAD,
    urls: z.strictObject({ schema: z.url(), json: z.url(), en: z.url(), zh: z.url() }),
    entries: count.meta({ description: 'Entries, without those that were withdrawn.' }),
    reach: z
      .record(z.enum(REACHES), count)
      .meta({ description: 'Entries by how many of their causes were reproduced.' }),
    causes,
    trials: byOutcome,
    domains: z.array(z.strictObject({ domain: z.string(), trials: byOutcome })),
    months: z
      .array(z.strictObject({ month: z.string().regex(/^\d{4}-\d{2}$/), entries: count }))
      .meta({ description: 'Entries by the month of their last run.' }),
    oldest: z.iso.date().nullable().meta({ description: 'Of the last runs of all entries, the oldest.' }),
    newest: z.iso.date().nullable(),
    notReproduced: z.array(z.strictObject({ entry: EntryIdSchema, cause: z.string() })),
    estimates: z.array(z.strictObject({ entry: EntryIdSchema, remedy: z.string() })),
    unsteady: z
      .array(cell.extend({ environments: z.array(z.string()) }))
      .meta({ description: 'Cells whose trials differed among themselves, and where.' }),
    disagreements: z
      .array(cell.extend({ outcomes: z.record(z.string(), z.enum(TRIAL_OUTCOMES)) }))
      .meta({ description: 'Cells that came out otherwise in some environments: environment to outcome.' }),
    surprises: z.array(
      z.strictObject({
        entry: EntryIdSchema,
        kind: z.enum(SURPRISES),
        remedy: z.string(),
        causes: z.array(z.string()),
      }),
    ),
    tools: z.array(z.strictObject({ tool: z.string(), versions: z.array(z.string()), entries: count })),
    environments: count,
  })
  .meta({
    id: 'Evidence',
    title: 'Evidence of Fixrate',
    description:
      'Counts over all entries. Every key is always present; keys may be added within a schemaVersion.',
  });

export type PublishedEvidence = z.output<typeof PublishedEvidenceSchema>;
