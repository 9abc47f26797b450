import { z } from 'zod';
import { REVISION_LENGTH } from '../../entry/revision/parts.ts';
import { CHANGES } from '../../entry/revision/record.ts';
import { CodeSchema, DateSchema, EntryIdSchema } from '../../entry/schema/primitives.ts';
import { DOCUMENT_HEAD } from './document.ts';

const count = z.number().int().nonnegative();

export const RevisionIdSchema = z
  .string()
  .regex(new RegExp(`^[0-9a-f]{${REVISION_LENGTH}}$`))
  .meta({ description: 'Permanent id of a revision: a digest of facts, prose and trials, without dates.' });

const revision = {
  date: DateSchema,
  revision: RevisionIdSchema,
  changes: z.array(z.enum(CHANGES)).meta({
    description:
      'What it changed. Rates may change without a revision being due: they are counted from the rest.',
  }),
  fixed: z
    .strictObject({ proven: count, causes: count })
    .meta({ description: 'Causes that had a proven fix then, and all causes.' }),
};

const head = {
  ...DOCUMENT_HEAD,
  urls: z.strictObject({ schema: z.url(), json: z.url() }),
};

/** `<id>.changes.json`: all revisions of an entry. */
export const PublishedHistorySchema = z
  .strictObject({
    ...head,
    id: EntryIdSchema,
    code: CodeSchema.nullable(),
    revision: RevisionIdSchema,
    changes: z.array(z.strictObject(revision)).meta({ description: 'Newest first.' }),
  })
  .meta({
    id: 'History',
    title: 'Changes of one entry of Fixrate',
    description: 'Every revision of an entry.',
  });

/** `/v1/changes.json`: the newest revisions of all entries. */
export const PublishedChangesSchema = z
  .strictObject({
    ...head,
    total: count.meta({
      description: 'Revisions of all entries; the older ones stand in <id>.changes.json.',
    }),
    changes: z
      .array(
        z.strictObject({
          id: EntryIdSchema,
          code: CodeSchema.nullable(),
          title: z.strictObject({ en: z.string(), zh: z.string() }),
          ...revision,
        }),
      )
      .meta({ description: 'Newest first; of one day, by id.' }),
  })
  .meta({
    id: 'Changes',
    title: 'Changes of Fixrate',
    description: 'What changed last: entries that were added, and what changed of others.',
  });

export type PublishedHistory = z.output<typeof PublishedHistorySchema>;
export type PublishedChanges = z.output<typeof PublishedChangesSchema>;
