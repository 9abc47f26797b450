import { z } from 'zod';
import { EntryIdSchema } from '../../entry/schema/primitives.ts';

/** `v1/match.json`: names the match index, whose own name changes with its content. */
export const MatchManifestSchema = z
  .strictObject({
    format: z.literal(1),
    entries: z.number().int().nonnegative().meta({ description: 'How many entries the index knows.' }),
    index: z.string().meta({ description: 'Path of the whole index below the base of the site.' }),
    parts: z
      .strictObject({ router: z.string(), shards: z.array(z.string()) })
      .nullable()
      .meta({ description: 'Paths of the same in parts, as our own pages read it; null for a small index.' }),
  })
  .meta({
    id: 'MatchManifest',
    title: 'Where the match index is',
    description: 'The name of the index holds a digest, so that it is fetched once for each state of it.',
  });

const texts = z.array(z.string());

/** The index that the matcher reads: `[id, signatures, context, wraps]` an entry. */
export const MatchIndexSchema = z
  .strictObject({
    format: z.literal(1),
    entries: z
      .array(
        z.tuple([
          EntryIdSchema,
          texts.meta({ description: 'Every wording; {name} stands for what varies.' }),
          texts.meta({ description: 'Words that speak for it where others share its message.' }),
          texts.meta({ description: 'Ids of errors that it merely wraps.' }),
        ]),
      )
      .meta({ description: 'Sorted by id.' }),
  })
  .meta({ id: 'MatchIndex', title: 'Match index of Fixrate' });
