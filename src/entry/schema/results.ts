import { z } from 'zod';
import { DateSchema, EntryIdSchema, Sha256Schema, SlugSchema } from './primitives.ts';

/** Version of the format of lab.results.json. */
export const RESULTS_SCHEMA = 1;

/** How often a remedy is tried under a cause in an environment, and how often where those trials differ. */
export const TRIALS = 2;
export const TRIALS_WHERE_THEY_DISAGREE = 5;

/** What a trial of a remedy came to; `not-applicable`: this version has no such remedy. */
export const TRIAL_OUTCOMES = [
  'fixed',
  'relapsed',
  'not-fixed',
  'new-error',
  'harmful',
  'timeout',
  'not-applicable',
] as const;

/** Outcomes of trials that ran; where a version has no such remedy, none did. */
export type RunOutcome = Exclude<(typeof TRIAL_OUTCOMES)[number], 'not-applicable'>;
export const RUN_OUTCOMES = TRIAL_OUTCOMES.filter(
  (outcome): outcome is RunOutcome => outcome !== 'not-applicable',
);

/** What became of a cause in an environment. */
export const CAUSE_OUTCOMES = ['reproduced', 'not-reproduced', 'not-applicable', 'not-run'] as const;

const excerpt = z.string().meta({
  description:
    'What was printed, by example: short, with times, process ids and the like normalised; kept while runs come out the same.',
});

/** One step as it ran; `exit` is null where it was ended from outside or keeps running. */
export const StepRunSchema = z.strictObject({
  id: SlugSchema,
  exit: z.number().int().nullable(),
});

export const TrialSchema = z.strictObject({
  outcome: z.enum(TRIAL_OUTCOMES),
  steps: z.array(StepRunSchema),
  excerpt,
});

/** All trials of one remedy under one cause in one environment. */
export const CellResultSchema = z.strictObject({
  digest: Sha256Schema.meta({ description: 'Of the scenario and the steps as they ran.' }),
  unsteady: z.boolean().meta({ description: 'Whether its trials differed among themselves.' }),
  trials: z.array(TrialSchema).min(1),
});

/** The tells of all causes, tried in page order while this cause was at work. */
export const TellResultSchema = z.strictObject({
  digest: Sha256Schema.meta({ description: 'Of the scenario and all tells as they ran.' }),
  names: SlugSchema.nullable().meta({
    description: 'The cause named by the first tell that held; it must be the one at work.',
  }),
  stillShown: z
    .boolean()
    .meta({ description: 'Whether the error still appears after all tells ran: they only read.' }),
  tried: z.array(
    z.strictObject({ cause: SlugSchema, holds: z.boolean(), exit: z.number().int().nullable(), excerpt }),
  ),
});

/** One cause in one environment. */
export const CauseResultSchema = z.strictObject({
  outcome: z.enum(CAUSE_OUTCOMES),
  digest: Sha256Schema.meta({ description: 'Of the scenario as it ran.' }),
  signature: z.string().nullable().meta({ description: 'The wording of the entry that was printed.' }),
  captures: z.record(z.string(), z.string()).meta({ description: 'What its placeholders stood for.' }),
  exit: z
    .number()
    .int()
    .nullable()
    .meta({ description: 'Exit status of the failing program, null if it was still running.' }),
  excerpt,
  tell: TellResultSchema.nullable(),
  remedies: z.record(SlugSchema, CellResultSchema),
});

/** The exact versions that an environment had. */
export const EnvironmentResultSchema = z.strictObject({
  versions: z.record(z.string(), z.string()).meta({ description: 'Tool to upstream version.' }),
  packages: z
    .record(z.string(), z.string())
    .meta({ description: 'Package as installed, with its exact version.' }),
  released: DateSchema.nullable().default(null).meta({
    description:
      'Date of the release file of the Debian suite: what a suite that moves is known by. Null where it was not noted.',
  }),
});

/** lab.results.json: what the last run saw. Written by the lab alone. */
export const LabResultsSchema = z.strictObject({
  schema: z.literal(RESULTS_SCHEMA),
  entry: EntryIdSchema,
  date: DateSchema,
  environments: z.record(SlugSchema, EnvironmentResultSchema),
  causes: z
    .record(SlugSchema, z.record(SlugSchema, CauseResultSchema))
    .meta({ description: 'Cause to environment to result.' }),
});

export type LabResults = z.output<typeof LabResultsSchema>;
export type CauseResult = z.output<typeof CauseResultSchema>;
export type CellResult = z.output<typeof CellResultSchema>;
export type Trial = z.output<typeof TrialSchema>;
export type TellResult = z.output<typeof TellResultSchema>;
export type TrialOutcome = (typeof TRIAL_OUTCOMES)[number];
export type CauseOutcome = (typeof CAUSE_OUTCOMES)[number];
