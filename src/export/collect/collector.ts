import type { Taxonomy } from '../../entry/schema/taxonomy.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { SiteAddress } from '../../server/address.ts';
import type { GuidePage } from '../llms/guide.ts';
import type { EntryShare } from './share.ts';
import type { Sink } from './sink.ts';

/** What files about all entries are made from, beside the entries. */
export interface ExportContext {
  site: SiteAddress;
  taxonomy: Taxonomy;
  guide: Record<Locale, GuidePage[]>;
  /** Address of the project's repository, or null. */
  repository: string | null;
}

/**
 * Makes files about all entries. It is told of the share of each in turn, sorted by id, and writes as it goes: a knowledge
 * base of any size passes through without being held.
 */
export interface Collector {
  add(share: EntryShare): void;
  finish(): void;
}

export type MakeCollector = (context: ExportContext, sink: Sink) => Collector;
