import { z } from 'zod';
import { CausesSchema } from './cause.ts';
import { DateSchema, EntryIdSchema, LocalizedTextSchema, SlugSchema, WebUrlSchema } from './primitives.ts';
import { RemediesSchema } from './remedy.ts';
import { FirstSeenSchema, PlaceholderSchema, SignatureSchema } from './signature.ts';

export const VERSION_STATUSES = ['active', 'deprecated', 'end-of-life'] as const;

/** A product in which the error occurs. */
export const ProductVersionSchema = z.strictObject({
  product: z.string().min(1).meta({ description: 'Name of the product, as its makers write it.' }),
  tool: SlugSchema.nullable()
    .default(null)
    .meta({ description: 'Its name among the versions that the lab records, where it was measured.' }),
  range: z
    .string()
    .min(1)
    .meta({ description: 'Versions that show the error: 1.24+, 2.6-3.0, or several with commas.' }),
  status: z.enum(VERSION_STATUSES),
  introduced: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: 'Version that first showed the error.' }),
  deprecated: z
    .string()
    .nullable()
    .default(null)
    .meta({ description: 'Version from which on it no longer does.' }),
  notes: LocalizedTextSchema.nullable().default(null),
});

export const REPORT_OUTCOMES = ['fixed', 'not-fixed', 'relapsed', 'harmful'] as const;

/** A public thread whose author says which remedy worked, or did not, for which cause. */
export const ReportSchema = z.strictObject({
  cause: SlugSchema,
  remedy: SlugSchema,
  outcome: z.enum(REPORT_OUTCOMES),
  url: WebUrlSchema,
  date: DateSchema,
  versions: z
    .string()
    .trim()
    .min(1)
    .nullable()
    .default(null)
    .meta({ description: 'Versions in which its author saw it, in their own words.' }),
});

/** An author's guess at a rate, where there is neither trial nor report. */
export const EstimateSchema = z.strictObject({
  rate: z.number().min(0).max(1),
  why: LocalizedTextSchema,
});

/** Another error: an entry, or a message that has no entry yet. */
export const RelatedErrorSchema = z.preprocess(
  (value) => (typeof value === 'string' ? { id: value } : value),
  z
    .strictObject({
      id: EntryIdSchema.nullable().default(null),
      message: z
        .string()
        .min(1)
        .nullable()
        .default(null)
        .meta({ description: 'Its message, where it has no entry.' }),
      note: LocalizedTextSchema.nullable().default(null).meta({ description: 'How the two are told apart.' }),
    })
    .refine(
      (error) => error.id !== null || error.message !== null,
      'needs an id, or a message where there is no entry',
    ),
);

const RelatedSchema = z.strictObject({
  causedBy: z
    .array(RelatedErrorSchema)
    .default([])
    .meta({ description: 'Errors that this one merely wraps.' }),
  leadsTo: z.array(RelatedErrorSchema).default([]),
  confusedWith: z.array(RelatedErrorSchema).default([]),
});

/** Since when and why an entry no longer holds. */
export const WithdrawnSchema = z.strictObject({
  date: DateSchema,
  reason: LocalizedTextSchema,
  replacedBy: EntryIdSchema.nullable().default(null),
});

/** entry.yaml: all facts of an entry that are the same in every language. */
export const FactsSchema = z.strictObject({
  signatures: z
    .array(SignatureSchema)
    .min(1)
    .meta({ description: 'Every wording of the message; the first is the headline of the page.' }),
  category: z.string().min(1).meta({ description: 'A category of taxonomy.yaml.' }),
  tool: z.string().min(1).meta({ description: 'The tool that prints it.' }),
  scope: z.enum(['generic', 'specific']).meta({ description: 'Whether any vendor shows it, or one.' }),
  httpStatus: z
    .number()
    .int()
    .min(100)
    .max(599)
    .nullable()
    .default(null)
    .meta({ description: 'HTTP status, if it has one.' }),
  tags: z.array(SlugSchema).default([]).meta({ description: 'Words by which it is found and listed.' }),
  context: z
    .array(z.string().min(1))
    .default([])
    .meta({ description: 'Words that speak for this entry where others share its message.' }),
  aiGenerated: z
    .boolean()
    .meta({ description: 'Whether a model drafted the prose; trials never come from one.' }),
  firstSeen: FirstSeenSchema.nullable().default(null).meta({
    description: 'When it was first seen in public, and the page that shows it; absent if unknown.',
  }),
  docs: z.array(WebUrlSchema).default([]).meta({ description: 'Pages of the makers about it.' }),
  versions: z
    .array(ProductVersionSchema)
    .min(1)
    .meta({ description: 'Products that show the error, and in which versions.' }),
  placeholders: z
    .record(z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be a camelCase name'), PlaceholderSchema)
    .default({})
    .meta({ description: 'What each {name} of signatures and steps stands for.' }),
  causes: CausesSchema.meta({
    description: 'Root causes by id, in page order: the order in which their tells are tried.',
  }),
  remedies: RemediesSchema.meta({
    description: 'What people try, by id: workarounds, which help, and dead ends, which do not.',
  }),
  reports: z.array(ReportSchema).default([]).meta({
    description: 'Public threads whose authors say which remedy worked, or did not, for which cause.',
  }),
  estimates: z
    .record(SlugSchema, EstimateSchema)
    .default({})
    .meta({ description: 'Guesses, only for a remedy that has neither trial nor report; shown as guesses.' }),
  dropped: z
    .record(SlugSchema, z.string().min(1))
    .default({})
    .meta({ description: 'Remedies that were measured and then removed, with the reason.' }),
  related: RelatedSchema.default({ causedBy: [], leadsTo: [], confusedWith: [] }).meta({
    description: 'Other errors: those that it wraps, leads to or is confused with.',
  }),
  aliases: z.array(EntryIdSchema).default([]).meta({ description: 'Ids that it had before.' }),
  withdrawn: WithdrawnSchema.nullable()
    .default(null)
    .meta({ description: 'Since when and why the entry no longer holds.' }),
});

export type Facts = z.output<typeof FactsSchema>;
export type ProductVersion = z.output<typeof ProductVersionSchema>;
export type Report = z.output<typeof ReportSchema>;
export type RelatedError = z.output<typeof RelatedErrorSchema>;
