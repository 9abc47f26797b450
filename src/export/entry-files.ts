import type { Entry } from '../entry/entry.ts';
import { LOCALES } from '../i18n/locales.ts';
import { bindRoutes } from '../i18n/routes.ts';
import type { SiteAddress } from '../server/address.ts';
import { entryToBadge } from './badge/badge.ts';
import { historyToJson } from './json/changes-to-json.ts';
import { entryToJson } from './json/entry-to-json.ts';
import { entryToMarkdown } from './markdown/entry-to-markdown.ts';
import { entryToVerdict } from './match/verdict.ts';
import type { PublishedEntry } from './schema/entry.ts';

/** An entry and its published form, made once for all that is written from them. */
export interface Publishable {
  entry: Entry;
  json: PublishedEntry;
}

/** One exported file. */
export interface ExportFile {
  /** Path below the base of the site: `node/x.json`, `zh/node/x.md`. Its ending decides its type. */
  path: string;
  /** Make its text. */
  render: () => string;
}

/** Bring an entry into its published form. */
export function makePublishable(entry: Entry, site: SiteAddress): Publishable {
  return { entry, json: entryToJson(entry, site) };
}

/**
 * Paths of the ids that an entry had before, where the same file stands too: a static host cannot redirect a
 * JSON or Markdown file. What only our own pages fetch is not asked for under them.
 */
export function aliasPaths(path: string, { id, facts }: Pick<Entry, 'id' | 'facts'>): string[] {
  if (/\.(?:verdict|changes)\.json$/.test(path)) return [];
  return facts.aliases.map((alias) => path.replace(id, alias));
}

/** Name every file that an entry is exported to, its JSON first; each is made when it is asked for. */
export function entryFiles(id: string, load: () => Publishable, site: SiteAddress): ExportFile[] {
  const paths = bindRoutes({ ...site, base: '' });
  const [first = LOCALES[0]] = LOCALES;
  return [
    { path: paths.exports(id, first).json, render: () => `${JSON.stringify(load().json)}\n` },
    { path: paths.exports(id, first).badge, render: () => entryToBadge(load().entry) },
    {
      path: paths.exports(id, first).changes,
      render: () => `${JSON.stringify(historyToJson(load().entry, site))}\n`,
    },
    ...LOCALES.flatMap((locale) => [
      {
        path: paths.exports(id, locale).markdown,
        render: () => entryToMarkdown(load().entry, locale, site),
      },
      {
        path: paths.exports(id, locale).verdict,
        render: () => `${JSON.stringify(entryToVerdict(load().entry, locale))}\n`,
      },
    ]),
  ];
}
