import { z } from 'zod';
import { LocalizedTextSchema, SlugSchema } from '../../entry/schema/primitives.ts';
import { TRIAL_OUTCOMES } from '../../entry/schema/results.ts';

const share = z.number().min(0).max(1).meta({ description: 'A share, 0 to 1.' });
const count = z.number().int().min(0);

/** Outcome of the trials of a cell. */
export const OutcomeSchema = z.enum(TRIAL_OUTCOMES).meta({ description: 'What a trial came to.' });

/** The three figures of an entry, with what they were counted from. */
export const PublishedRatesSchema = z
  .strictObject({
    fixRate: z.strictObject({
      value: share.nullable().meta({ description: 'Null without any observation.' }),
      proven: count.meta({ description: 'Causes with a proven fix: one that held in every trial.' }),
      causes: count.meta({ description: 'All listed causes.' }),
      basis: z
        .strictObject({ lab: count, reports: count, none: count })
        .meta({ description: 'How many causes rest on trials, on reports alone, on nothing.' }),
    }),
    confidence: z.strictObject({
      value: share
        .nullable()
        .meta({ description: 'Lower end of the 95 % Wilson interval of agreeing / comparable.' }),
      agreeing: count,
      comparable: count,
    }),
    evidence: z.strictObject({ total: count, lab: count, reports: count }),
  })
  .meta({ id: 'Rates', description: 'Counted from trials and reports, never typed.' });

const CellInEnvironmentSchema = z.strictObject({
  environment: SlugSchema,
  outcome: OutcomeSchema,
  fixed: count,
  trials: count,
  unsteady: z.boolean().meta({ description: 'Whether its trials differed among themselves.' }),
});

/** One remedy under one cause that was reproduced. */
export const PublishedCellSchema = z
  .strictObject({
    cause: SlugSchema,
    value: share
      .nullable()
      .meta({ description: 'Mean of the shares over the environments; null where it applies in none.' }),
    outcome: OutcomeSchema.meta({ description: 'The commonest one; of several equally common the worst.' }),
    fixed: count,
    trials: count,
    environments: z.array(CellInEnvironmentSchema),
  })
  .meta({ id: 'Cell' });

/** What is known of a remedy over all reproduced causes. */
export const RemedyRatesSchema = z
  .strictObject({
    successRate: share.nullable().meta({ description: 'When tried blindly; null where never tried.' }),
    failRate: share.nullable().meta({ description: 'Of a dead end: 1 - successRate; else null.' }),
    basis: z.enum(['lab', 'reports', 'estimate']).nullable(),
    causes: count.meta({ description: 'Causes reproduced: the n of the rates.' }),
    fixes: z.array(SlugSchema).meta({ description: 'Causes that it fixed in every trial.' }),
    harms: z.array(SlugSchema).meta({ description: 'Causes under which it did damage.' }),
    relapses: z.array(SlugSchema),
    newErrors: z.array(SlugSchema),
    reports: z.strictObject({ fixed: count, total: count }),
    estimate: z.strictObject({ rate: share, why: LocalizedTextSchema }).nullable().meta({
      description: "An author's guess, only where there is neither trial nor report.",
    }),
    cells: z.array(PublishedCellSchema),
  })
  .meta({ id: 'RemedyRates' });
