import { z } from 'zod';
import { FactsSchema } from '../../entry/schema/facts.ts';
import {
  CodeSchema,
  DateSchema,
  EntryIdSchema,
  LocalizedTextSchema,
  Sha256Schema,
} from '../../entry/schema/primitives.ts';
import { DOCUMENT_HEAD } from './document.ts';
import { PublishedEntrySchema } from './entry.ts';
import { PublishedRatesSchema } from './rates.ts';

const facts = FactsSchema.shape;

/** What the index says of an entry: enough to list, filter and choose it. */
export const IndexEntrySchema = z
  .strictObject({
    id: EntryIdSchema,
    code: CodeSchema.nullable().meta({ description: 'Short code, which never changes.' }),
    revision: PublishedEntrySchema.shape.revision,
    changed: PublishedEntrySchema.shape.changed,
    domain: z.string(),
    title: LocalizedTextSchema,
    summary: LocalizedTextSchema,
    signatures: z.array(z.string()).meta({ description: 'Every wording; the first is the headline.' }),
    category: facts.category,
    tool: facts.tool,
    scope: facts.scope,
    httpStatus: facts.httpStatus.unwrap(),
    tags: facts.tags.unwrap(),
    aiGenerated: facts.aiGenerated,
    firstSeen: DateSchema.nullable().meta({ description: 'When it was first seen in public.' }),
    measured: DateSchema.nullable().meta({ description: 'Last run of the lab; null where it never ran.' }),
    rates: PublishedRatesSchema,
    aliases: facts.aliases.unwrap(),
    withdrawn: facts.withdrawn.unwrap(),
    urls: PublishedEntrySchema.shape.urls.omit({ schema: true }),
    digest: Sha256Schema.meta({
      description: 'SHA-256 of the bytes of urls.json: while it stays, there is nothing new to fetch.',
    }),
  })
  .meta({ id: 'IndexEntry' });

/** `v1/index.json`: all entries, one a line. */
export const PublishedIndexSchema = z
  .strictObject({
    ...DOCUMENT_HEAD,
    urls: z.strictObject({
      schema: z.url(),
      json: z.url(),
      entries: z.url().meta({ description: 'All entries in one file, one a line (NDJSON).' }),
      openapi: z.url().meta({ description: 'Describes every file here.' }),
    }),
    entries: z.array(IndexEntrySchema).meta({ description: 'Sorted by id; withdrawn ones included.' }),
  })
  .meta({
    id: 'Index',
    title: 'Index of Fixrate',
    description:
      'All entries in short. Every key is always present, null if unknown; keys may be added within a schemaVersion.',
  });

export type IndexEntry = z.output<typeof IndexEntrySchema>;
export type PublishedIndex = z.output<typeof PublishedIndexSchema>;
