import type { Entry } from '../../entry/entry.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { SiteAddress } from '../../server/address.ts';
import { causes, wordings } from './causes.ts';
import { type Context, createContext } from './context.ts';
import { blocks, heading } from './gfm.ts';
import { head } from './head.ts';
import { matrix } from './matrix.ts';
import { documentation, footer, related, reports, versions } from './references.ts';
import { deadEnds, workarounds } from './remedies.ts';

/** Write an entry as GitHub-flavoured Markdown that can be pasted into a ticket. */
export function entryToMarkdown(entry: Entry, locale: Locale, site: SiteAddress): string {
  const context = createContext(entry, locale, site);
  const parts = [
    head(context),
    blocks([heading(2, context.words.rootCause), context.prose.rootCause.markdown]),
    findings(context),
    wordings(context),
    causes(context),
    workarounds(context),
    deadEnds(context),
    matrix(context),
    versions(context),
    documentation(context),
    reports(context),
    ...related(context),
    footer(context),
  ];
  return `${blocks(parts)}\n`;
}

function findings({ prose, words }: Context): string | null {
  if (prose.findings.length === 0) return null;
  const parts = prose.findings.map((finding) => blocks([heading(3, finding.title), finding.markdown]));
  return blocks([heading(2, words.findings), ...parts]);
}
