import type { Entry } from '../entry/entry.ts';
import { LOCALES } from '../i18n/locales.ts';
import { bindRoutes } from '../i18n/routes.ts';
import type { SiteAddress } from '../server/address.ts';
import { entryToBadge } from './badge/badge.ts';
import { entryToJson } from './json/entry-to-json.ts';
import { entryToMarkdown } from './markdown/entry-to-markdown.ts';
import { entryToVerdict } from './match/verdict.ts';

/** One exported file. */
export interface ExportFile {
  /** Path below the base of the site: `node/x.json`, `zh/node/x.md`. */
  path: string;
  /** Its ending, which decides its type. */
  ending: 'json' | 'md' | 'svg';
  /** Make its text. */
  render: () => string;
}

/**
 * Paths of the ids that an entry had before, where the same file stands too: a static host cannot redirect a
 * JSON or Markdown file. What only our own pages fetch is not asked for under them.
 */
export function aliasPaths(file: ExportFile, { id, facts }: Pick<Entry, 'id' | 'facts'>): string[] {
  if (file.path.endsWith('.verdict.json')) return [];
  return facts.aliases.map((alias) => file.path.replace(id, alias));
}

/** Name every file that an entry is exported to; each is made when it is asked for. */
export function exportFiles(id: string, entry: () => Entry, site: SiteAddress): ExportFile[] {
  const paths = bindRoutes({ ...site, base: '' });
  const [first = LOCALES[0]] = LOCALES;
  return [
    {
      path: paths.exports(id, first).json,
      ending: 'json',
      render: () => `${JSON.stringify(entryToJson(entry(), site))}\n`,
    },
    { path: paths.exports(id, first).badge, ending: 'svg', render: () => entryToBadge(entry()) },
    ...LOCALES.flatMap((locale) => [
      {
        path: paths.exports(id, locale).markdown,
        ending: 'md' as const,
        render: () => entryToMarkdown(entry(), locale, site),
      },
      {
        path: paths.exports(id, locale).verdict,
        ending: 'json' as const,
        render: () => `${JSON.stringify(entryToVerdict(entry(), locale))}\n`,
      },
    ]),
  ];
}
