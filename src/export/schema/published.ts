import type { z } from 'zod';
import { PublishedChangesSchema, PublishedHistorySchema } from './changes.ts';
import { PublishedDomainsSchema } from './domains.ts';
import { PublishedEntrySchema } from './entry.ts';
import { PublishedEvidenceSchema } from './evidence.ts';
import { JsonFeedSchema } from './feed.ts';
import { PublishedIndexSchema } from './index.ts';
import { PublishedLedgerSchema } from './ledger.ts';
import { MatchIndexSchema, MatchManifestSchema } from './match.ts';
import { EntryRecordSchema } from './record.ts';
import { VerdictSchema } from './verdict.ts';

/** Every published format by the name of its schema: `v1/schema/<name>.json`. */
export const PUBLISHED = {
  entry: PublishedEntrySchema,
  'entry-record': EntryRecordSchema,
  verdict: VerdictSchema,
  index: PublishedIndexSchema,
  domains: PublishedDomainsSchema,
  evidence: PublishedEvidenceSchema,
  ledger: PublishedLedgerSchema,
  changes: PublishedChangesSchema,
  history: PublishedHistorySchema,
  match: MatchManifestSchema,
  'match-index': MatchIndexSchema,
  feed: JsonFeedSchema,
} as const satisfies Record<string, z.ZodType>;

export type PublishedName = keyof typeof PUBLISHED;
