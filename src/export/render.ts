import type { Entry } from '../entry/entry.ts';
import { byLocale } from '../i18n/locales.ts';
import { toMatchInput } from '../match/entry-input.ts';
import { pictureOfEntry } from '../picture/content.ts';
import type { ExportContext } from './collect/collector.ts';
import { entryLine } from './collect/domain-lists.ts';
import { indexEntry } from './collect/index.ts';
import { domainTitle } from './collect/names.ts';
import type { EntryShare } from './collect/share.ts';
import type { Sink } from './collect/sink.ts';
import { aliasPaths, entryFiles, makePublishable } from './entry-files.ts';
import { feedEntries } from './feeds/feed.ts';
import type { EntryRecord } from './schema/record.ts';
import { localePath } from './urls.ts';

/** All that an entry is exported to, as text: plain data. */
export interface RenderedEntry {
  share: EntryShare;
  /** By path below the base of the site; the same text may stand at several. */
  files: { paths: string[]; text: string }[];
}

/** A file to write, wherever its text comes from. */
export interface WrittenFile {
  paths: string[];
  text: string | Buffer;
}

/** What the export of one entry depends on beside the entry. */
export type RenderContext = Pick<ExportContext, 'site' | 'taxonomy'>;

/** Make all files of an entry, and its share of the files about all entries. */
export function renderEntry(entry: Entry, { site, taxonomy }: RenderContext): RenderedEntry {
  const publishable = makePublishable(entry, site);
  const { json } = publishable;
  const { results: _, ...record } = json;
  const files = entryFiles(entry.id, () => publishable, site).map(({ path, render }) => ({
    paths: [path, ...aliasPaths(path, entry)],
    text: render(),
  }));
  const textAt = (path: string): string => files.find(({ paths }) => paths[0] === path)?.text ?? '';
  const domain = domainTitle(taxonomy, entry.domain);
  return {
    share: {
      index: indexEntry(json, textAt(`${entry.id}.json`)),
      record: JSON.stringify(record satisfies EntryRecord),
      lines: byLocale((locale) => entryLine(json, locale, site)),
      match: toMatchInput(entry.id, entry.facts),
      feeds: feedEntries(publishable),
      markdown: byLocale((locale) => textAt(localePath(`${entry.id}.md`, locale))),
      pictures: byLocale((locale) => pictureOfEntry(entry, locale, domain[locale])),
    },
    files,
  };
}

/** Write the files of an entry. */
export function writeFiles(files: readonly WrittenFile[], sink: Pick<Sink, 'write'>): void {
  for (const { paths, text } of files) for (const path of paths) sink.write(path, text);
}
