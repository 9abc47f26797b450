// What of the page and its address is known of the reader's case.
import { ownerOf, readAnchor } from '../../entry/anchors.ts';
import type { PublishedEntry, PublishedStep } from '../../export/schema/entry.ts';
import type { Seen, ShownCommand } from '../../ticket/build-ticket.ts';
import { decodeFragment } from '../pasted-text.ts';

/** Guess what was seen: the cause and remedy that the address names, or the one cause that a message left. */
export function guessSeen(entry: PublishedEntry): Seen {
  const place = readAnchor(decodeFragment(location.hash.slice(1)));
  const remedies = entry.remedies.map(({ id }) => id);
  const named = place.kind === 'cell' ? place.remedy : place.kind === 'remedy' ? place.rest : '';
  const cause = place.kind === 'cell' || place.kind === 'cause' ? place.cause : null;
  const known = entry.causes.some(({ id }) => id === cause);
  return {
    cause: known ? cause : onlyCause(),
    remedy: ownerOf(named, remedies),
    outcome: null,
    versions: '',
  };
}

/** The cause that a message in the address narrowed the others away from, if one alone is left. */
function onlyCause(): string | null {
  const causes = [...document.querySelectorAll('.it[id^="cause-"]')];
  const front = causes.filter((cause) => !cause.classList.contains('back'));
  return causes.length > 1 && front.length === 1 ? (front[0]?.id.slice('cause-'.length) ?? null) : null;
}

/** The message that the reader came with, or the headline of the page with its examples. */
export function messageOf(): string {
  const own = document.querySelector('.fill > summary code')?.textContent;
  return own ?? document.querySelector('h1')?.textContent ?? '';
}

/** Read a step as the page shows it, the reader's values filled in. */
export function stepOnPage(remedy: string, step: PublishedStep): ShownCommand | null {
  const shown = document.getElementById(`remedy-${remedy}-${step.id}`);
  if (shown === null) return null;
  const said = [...(shown.querySelector('.say')?.childNodes ?? [])].filter(
    (node) => !(node instanceof Element && node.matches('.anchor')),
  );
  return {
    intro:
      said
        .map(({ textContent }) => textContent ?? '')
        .join('')
        .trim() || null,
    // Of a change the second block is what it becomes.
    text: [...shown.querySelectorAll('pre')].at(-1)?.textContent ?? null,
  };
}
