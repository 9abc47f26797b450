import type { Entry } from '../../entry/entry.ts';
import type { Taxonomy } from '../../entry/schema/taxonomy.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { SiteAddress } from '../../server/address.ts';
import type { GuidePage } from '../llms/guide.ts';
import type { PublishedEntry } from '../schema/entry.ts';
import type { Sink } from './sink.ts';

/** An entry with the files of its own, as they were written. */
export interface RenderedEntry {
  entry: Entry;
  json: PublishedEntry;
  /** Its JSON first. */
  files: readonly { path: string; bytes: Buffer }[];
}

/** What files about all entries are made from, beside the entries. */
export interface ExportContext {
  site: SiteAddress;
  taxonomy: Taxonomy;
  guide: Record<Locale, GuidePage[]>;
  /** Address of the project's repository, or null. */
  repository: string | null;
}

/**
 * Makes files about all entries. It is told of each in turn, sorted by id, and writes as it goes: a knowledge
 * base of any size passes through without being held.
 */
export interface Collector {
  add(rendered: RenderedEntry): void | Promise<void>;
  finish(): void | Promise<void>;
}

export type MakeCollector = (context: ExportContext, sink: Sink) => Collector;
