import { entryFormUrl } from '../feedback/form.ts';
import type { Answer, MessageHit } from './answer.ts';
import { make } from './elements.ts';
import { makeCaptures, makeLine, makeVerdict, summarise, TEXTS } from './message-hit.ts';
import { makeStub, type Stub } from './new-entry-stub.ts';
import type { Query } from './pasted-text.ts';
import { describe, makeCodeItem, makeWordItem } from './search-list.ts';

/** Show an answer on the search page, and announce it. */
export function showOnPage(
  section: HTMLElement,
  status: HTMLElement,
  query: Query,
  answer: Answer | null,
): void {
  const text = describe(query, answer);
  const found = (answer?.messages ?? []).map(makeCard);
  const code = answer?.code?.hit ? [makeCodeItem('li', answer.code.hit)] : [];
  const words = (answer?.words ?? []).map((hit) => makeWordItem('li', hit));
  section.hidden = false;
  section.querySelector('p')?.replaceChildren(text);
  section
    .querySelector('ul')
    ?.replaceChildren(
      ...code,
      ...found,
      ...words,
      ...(answer?.near ? [makeNoMatch(query, answer.near, section.dataset['repository'])] : []),
    );
  status.textContent = text;
}

/** Say that an answer is on its way, and announce it. */
export function showWaiting(section: HTMLElement, status: HTMLElement): void {
  section.hidden = false;
  section.querySelector('p')?.replaceChildren(TEXTS.searching);
  status.textContent = TEXTS.searching;
}

function makeCard(hit: MessageHit): HTMLElement {
  const { match, verdict } = hit;
  const [line] = match.lines;
  const place = line === undefined ? '' : TEXTS.place(line.line, match.count);
  const parts = [makeCaptures(hit), makeVerdict(hit)].filter((part) => part !== null);
  return make(
    'li',
    { class: 'card' },
    make('h3', {}, make('a', { href: hit.url }, verdict?.title ?? match.entry)),
    make('pre', {}, makeLine(hit)),
    make('p', { class: 'dim' }, place),
    make('p', {}, summarise(hit)),
    ...parts,
  );
}

/**
 * No match is said as such; what came near, words to search for and a ready-made stub may still help.
 *
 * @param repository that takes issues, if there is one
 */
function makeNoMatch(
  query: Query,
  near: NonNullable<Answer['near']>,
  repository: string | undefined,
): HTMLElement {
  const entries = near.nearEntries.map(({ name }) =>
    make('li', {}, make('a', { href: `../${name}/` }, make('code', { translate: 'no' }, name))),
  );
  const families = near.nearFamilies.map(({ name }) =>
    make('li', {}, make('code', { translate: 'no' }, name)),
  );
  const stub = makeStub(query.text);
  return make(
    'li',
    { class: 'card' },
    ...(entries.length > 0 ? [make('p', {}, TEXTS.nearEntries), make('ul', {}, ...entries)] : []),
    ...(families.length > 0 ? [make('p', {}, TEXTS.nearFamilies), make('ul', {}, ...families)] : []),
    ...(stub === null ? [] : makeNewEntry(stub, repository)),
  );
}

/** Words of the message as searches, and the start of a new entry, to copy or to open as an issue. */
function makeNewEntry(stub: Stub, repository: string | undefined): HTMLElement[] {
  const words = stub.words.flatMap((word) => [
    ' ',
    make('a', { href: `?q=${encodeURIComponent(word)}`, translate: 'no' }, word),
  ]);
  return [
    ...(words.length > 0 ? [make('p', {}, TEXTS.searchFor, ...words)] : []),
    make('p', {}, TEXTS.stub),
    make('pre', { tabindex: '0' }, make('code', { translate: 'no' }, stub.yaml)),
    ...(repository === undefined
      ? []
      : [
          make(
            'p',
            {},
            make('a', { href: entryFormUrl(repository, stub), rel: 'noopener noreferrer' }, TEXTS.openIssue),
          ),
        ]),
  ];
}
