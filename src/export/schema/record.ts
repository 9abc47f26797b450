import type { z } from 'zod';
import { PublishedEntrySchema } from './entry.ts';

/** A line of `v1/entries.ndjson`: an entry without its single trials, which are most of its bytes. */
export const EntryRecordSchema = PublishedEntrySchema.omit({ results: true }).meta({
  id: 'EntryRecord',
  title: 'Entry of Fixrate without its single trials',
  description:
    'As the entry at urls.json, but for results. Every key is always present, null if unknown; keys may be added within a schemaVersion.',
});

export type EntryRecord = z.output<typeof EntryRecordSchema>;
