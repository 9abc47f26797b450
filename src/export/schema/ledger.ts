import { z } from 'zod';
import { CodeSchema, DateSchema, EntryIdSchema } from '../../entry/schema/primitives.ts';
import { DOCUMENT_HEAD } from './document.ts';

/** `/v1/ledger.json`: what every id and short code that was ever published leads to. */
export const PublishedLedgerSchema = z
  .strictObject({
    ...DOCUMENT_HEAD,
    urls: z.strictObject({ schema: z.url(), json: z.url() }),
    entries: z
      .array(
        z.strictObject({
          id: EntryIdSchema,
          code: CodeSchema,
          withdrawn: DateSchema.nullable().meta({ description: 'Since when it no longer holds, or null.' }),
          aliases: z
            .array(z.strictObject({ id: EntryIdSchema, code: CodeSchema }))
            .meta({ description: 'Ids that lead to it too, each with the code under which it was known.' }),
        }),
      )
      .meta({ description: 'Sorted by id.' }),
  })
  .meta({
    id: 'Ledger',
    title: 'Ledger of Fixrate',
    description: 'Every id and short code that was ever published, and the entry that it leads to.',
  });

export type PublishedLedger = z.output<typeof PublishedLedgerSchema>;
