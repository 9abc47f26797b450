import type { RelatedError } from '../../entry/schema/facts.ts';
import { LICENCE } from '../licence.ts';
import { pageUrl } from '../urls.ts';
import { type Context, causeTitle, remedyTitle } from './context.ts';
import { address, blocks, code, fence, heading, inline, link, list, rich, table } from './gfm.ts';

/** Write the table of products and versions that show the error. */
export function versions({ entry, locale, words }: Context): string {
  const rows = entry.facts.versions.map((version) => [
    version.product,
    version.range,
    words.statuses[version.status],
    version.introduced ?? '–',
    version.deprecated ?? '–',
    version.notes?.[locale] ?? '',
  ]);
  return blocks([heading(2, words.versions), table(words.versionHead, rows)]);
}

/** Write the links to the tool's own documentation. */
export function documentation({ entry, words }: Context): string | null {
  const { docs } = entry.facts;
  if (docs.length === 0) return null;
  return blocks([heading(2, words.docs), list(docs.map(address))]);
}

/** Write the public threads that say what helped. */
export function reports(context: Context): string | null {
  const { entry, words } = context;
  if (entry.facts.reports.length === 0) return null;
  const lines = entry.facts.reports.map(({ cause, remedy, outcome, url, date, versions }) => {
    const what = `${rich(causeTitle(context, cause))} → ${rich(remedyTitle(context, remedy))}`;
    return `${link(date, url)}${words.colon}${what}${words.colon}${words.outcomes[outcome]}${versions === null ? '' : ` (${inline(versions)})`}`;
  });
  return blocks([heading(2, words.reports), list(lines)]);
}

/** Write the errors that cause this one, follow from it or look like it. */
export function related(context: Context): string[] {
  const { entry, words } = context;
  return (['causedBy', 'leadsTo', 'confusedWith'] as const).flatMap((relation) => {
    const errors = entry.facts.related[relation];
    if (errors.length === 0) return [];
    return [
      blocks([heading(2, words.related[relation]), list(errors.map((error) => relatedLine(context, error)))]),
    ];
  });
}

/** Write how to rerun the trials, the licence and the way back to the page. */
export function footer({ entry, locale, site, words }: Context): string {
  const page = pageUrl(site, entry.id, locale);
  return blocks([
    entry.results === null ? null : heading(2, words.rerun),
    entry.results === null ? null : fence(`npm run lab -- ${entry.id}`, 'sh'),
    '---',
    `Fixrate${words.colon}${address(page)}. ${words.licence(link(LICENCE.name, LICENCE.url))}`,
  ]);
}

function relatedLine({ locale, site, words }: Context, { id, message, note }: RelatedError): string {
  const what = id === null ? code(message ?? '') : link(id, pageUrl(site, id, locale));
  return note === null ? what : `${what}${words.colon}${rich(note[locale])}`;
}
