// A link that names a revision, `?rev=…`: says what has changed since. Loaded for such a link alone.

import { changedSince } from '../export/links/changed-since.ts';
import type { PublishedHistory } from '../export/schema/changes.ts';
import { formatDate } from '../i18n/format.ts';
import { REVISION_STRINGS, sayChanges } from '../i18n/revision-strings.ts';
import { make } from './elements.ts';
import { showNotice } from './notice.ts';

const locale = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const TEXTS = REVISION_STRINGS[locale];

/**
 * Say what has changed since the revision of the address.
 *
 * @param article the entry of this page
 */
export async function showChanges(article: HTMLElement, revision: string): Promise<void> {
  const base = document.querySelector<HTMLFormElement>('form.find')?.dataset['base'] ?? '/';
  const id = article.dataset['id'] ?? '';
  const texts = await describe(id, base, revision.toLowerCase()).catch(() => [TEXTS.failed]);
  await showNotice({ kind: 'since', said: texts.map((text) => make('p', {}, text)), close: TEXTS.close });
}

async function describe(id: string, base: string, revision: string): Promise<string[]> {
  const response = await fetch(`${base}${id}.changes.json`);
  if (!response.ok) throw new Error(`${response.url}: ${response.status}`);
  const history = (await response.json()) as PublishedHistory;
  const since = changedSince(history, revision);
  if (since === null) return [TEXTS.unknown(revision)];
  const [latest] = history.changes;
  if (since.changes.length === 0 || latest === undefined) return [TEXTS.unchanged(revision)];
  const changed = { changes: since.changes, before: pair(since.from), fixed: pair(latest) };
  return [
    `${TEXTS.changed(formatDate(since.from.date, locale))} ${sayChanges(changed, locale)}`,
    TEXTS.now(latest.revision, formatDate(latest.date, locale)),
  ];
}

function pair({ fixed }: PublishedHistory['changes'][number]): [proven: number, causes: number] {
  return [fixed.proven, fixed.causes];
}
