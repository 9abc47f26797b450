import { z } from 'zod';
import { FactsSchema } from '../../entry/schema/facts.ts';
import { CodeSchema, DateSchema, EntryIdSchema } from '../../entry/schema/primitives.ts';
import { LabResultsSchema } from '../../entry/schema/results.ts';
import { PlaceholderSchema } from '../../entry/schema/signature.ts';
import { PublishedCauseSchema } from './causes.ts';
import { DOCUMENT_HEAD, PageUrlsSchema } from './document.ts';
import { PublishedRatesSchema } from './rates.ts';
import { PublishedRemedySchema } from './remedies.ts';
import { PublishedTextSchema } from './text.ts';

const facts = FactsSchema.shape;

/** `<id>.json`: everything known of an error, facts once, prose in both languages, every trial. */
export const PublishedEntrySchema = z
  .strictObject({
    ...DOCUMENT_HEAD,
    urls: z.strictObject({
      schema: z.url(),
      json: z.url(),
      code: z.url().nullable().meta({ description: 'Short address that leads to the page.' }),
      changes: z.url().meta({ description: 'All its revisions.' }),
      en: PageUrlsSchema,
      zh: PageUrlsSchema,
    }),
    id: EntryIdSchema,
    code: CodeSchema.nullable().meta({
      description: 'Short code, which never changes; null only before the entry is published.',
    }),
    revision: z.string().meta({
      description:
        'Permanent id of this revision: a digest of facts, prose and trials, without dates. `?rev=` and it after the address of the page says what has changed since.',
    }),
    changed: DateSchema.nullable().meta({
      description: 'Date of the last change; null only before it is published.',
    }),
    domain: z.string(),
    headline: z.string().meta({ description: 'The first of the signatures.' }),
    signatures: facts.signatures,
    category: facts.category,
    tool: facts.tool,
    scope: facts.scope,
    httpStatus: facts.httpStatus.unwrap(),
    tags: facts.tags.unwrap(),
    context: facts.context.unwrap(),
    aiGenerated: facts.aiGenerated,
    firstSeen: facts.firstSeen.unwrap(),
    docs: facts.docs.unwrap(),
    versions: facts.versions,
    placeholders: z.array(PlaceholderSchema.extend({ name: z.string(), example: z.string() })),
    rates: PublishedRatesSchema,
    causes: z.array(PublishedCauseSchema),
    remedies: z.array(PublishedRemedySchema).meta({ description: 'Workarounds, the best first; dead ends.' }),
    reports: facts.reports.unwrap(),
    dropped: facts.dropped.unwrap(),
    related: facts.related.unwrap(),
    aliases: facts.aliases.unwrap(),
    withdrawn: facts.withdrawn.unwrap(),
    results: LabResultsSchema.nullable().meta({ description: 'Every trial; null where the lab never ran.' }),
    text: z.strictObject({ en: PublishedTextSchema, zh: PublishedTextSchema }),
  })
  .meta({
    id: 'Entry',
    title: 'Entry of Fixrate',
    description:
      'One error with its causes, remedies and counted rates. Every key is always present, null if unknown; keys may be added within a schemaVersion.',
  });

export type PublishedEntry = z.output<typeof PublishedEntrySchema>;
export type PublishedCause = PublishedEntry['causes'][number];
export type PublishedRemedy = PublishedEntry['remedies'][number];
export type PublishedStep = PublishedRemedy['steps'][number];
export type PublishedText = PublishedEntry['text']['en'];
