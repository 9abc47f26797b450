// What is shown of a recognised message: the line, what was read from it, and the verdict of its entry.
import { fillCommand } from '../entry/fill/fill-command.ts';
import { causesOf } from '../export/match/narrow.ts';
import type { VerdictCause } from '../export/match/verdict.ts';
import { OUTCOME_STRINGS } from '../i18n/outcome-strings.ts';
import { SEARCH_STRINGS } from '../i18n/search-strings.ts';
import { stripSequences } from '../match/sequences.ts';
import type { MessageHit } from './answer.ts';
import { make, makeMark, makeTitle } from './elements.ts';

const locale = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
export const TEXTS = SEARCH_STRINGS[locale];
const OUTCOMES = OUTCOME_STRINGS[locale];

/** Longest piece of a matched line that is shown, in UTF-16 units. */
const SHOWN = 240;

/** The matched line with its recognised stretch marked, and where it stood. */
export function makeLine({ match }: MessageHit): HTMLElement {
  const [line] = match.lines;
  const words = match.words.filter(({ found }) => found).map(({ word }) => word);
  const text = stripSequences(line?.text ?? match.signature).trim();
  const shown = text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text;
  return make('code', { translate: 'no', class: 'hit' }, ...markWords(shown, new Set(words)));
}

/** Mark the words that were recognised; what stands between is the reader's own. */
function markWords(text: string, words: ReadonlySet<string>): (Node | string)[] {
  return text
    .split(/([\p{L}\p{N}_]+)/u)
    .map((part, index) => (index % 2 === 1 && words.has(part.toLowerCase()) ? make('mark', {}, part) : part));
}

/** Say in one line how far the message narrows the causes, and what fixes them. */
export function summarise({ match, verdict }: MessageHit): string {
  if (verdict === null) return '';
  const causes = causesOf(verdict, match);
  const fixed = causes.filter(({ fix }) => fix !== null).length;
  return `${TEXTS.causes(causes.length, verdict.causes.length)} ${TEXTS.proven(fixed)}`;
}

/** The whole verdict: each cause that prints this wording, how to tell, what fixed it; and what not to try. */
export function makeVerdict({ url, match, verdict }: MessageHit): HTMLElement | null {
  if (verdict === null) return null;
  const page = url.split('#')[0] ?? url;
  const causes = causesOf(verdict, match).map((cause) => {
    const tell = cause.tell === null ? null : fillCommand(cause.tell, verdict.placeholders, match.captures);
    return makeCause({ ...cause, tell }, page);
  });
  const traps = verdict.traps.map(({ remedy, title, harmful }) => {
    const link = make('a', { href: `${page}#remedy-${remedy}` }, ...makeTitle(title));
    const harm = make('small', { class: 'hm' }, makeMark('harmful'), OUTCOMES.harmful);
    return make('li', {}, make('span', {}, link, ...(harmful ? [' ', harm] : [])));
  });
  return make(
    'div',
    { class: 'verdict' },
    make('ol', {}, ...causes),
    ...(traps.length > 0 ? [make('p', { class: 'dim' }, TEXTS.traps), make('ul', {}, ...traps)] : []),
  );
}

function makeCause({ id, title, tell, fix }: VerdictCause, page: string): HTMLElement {
  const parts: (Node | string)[] = [make('a', { href: `${page}#cause-${id}` }, ...makeTitle(title))];
  if (fix !== null)
    parts.push(
      make(
        'span',
        { class: 'fx' },
        makeMark('fixed'),
        `${fix.fixed}/${fix.trials} `,
        make('a', { href: `${page}#remedy-${fix.remedy}` }, ...makeTitle(fix.title)),
      ),
    );
  if (tell !== null) parts.push(make('code', { translate: 'no' }, tell));
  return make('li', {}, ...parts);
}

/** What the placeholders of the wording stood for in the reader's text. */
export function makeCaptures({ match }: MessageHit): HTMLElement | null {
  const captures = Object.entries(match.captures);
  if (captures.length === 0) return null;
  const items = captures.flatMap(([name, value]) => [
    make('dt', {}, name),
    make('dd', {}, make('code', { translate: 'no' }, value)),
  ]);
  return make('dl', { class: 'cap' }, ...items);
}
