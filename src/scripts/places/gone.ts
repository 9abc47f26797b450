// Says what became of a place that a link names and the page no longer has.
import { ownerOf } from '../../entry/anchors.ts';
import { PLACE_STRINGS } from '../../i18n/place-strings.ts';
import { make } from '../elements.ts';
import { fetchEntry } from '../entry-json.ts';
import { showNotice } from '../notice.ts';

const CHINESE = document.documentElement.lang.startsWith('zh');
const TEXTS = CHINESE ? PLACE_STRINGS.zh : PLACE_STRINGS.en;

/** A place that is not there. */
export type Gone =
  | { kind: 'cause' | 'remedy' | 'other'; name: string }
  | { kind: 'step'; name: string; remedy: string }
  /** The remedy and the cause are there, the matrix has no column for it. */
  | { kind: 'no-column'; remedy: string };

/** Show and announce what became of a place. */
export async function tellGone(gone: Gone): Promise<void> {
  const dropped = await droppedOf(gone);
  const remedy = 'remedy' in gone ? document.getElementById(`remedy-${gone.remedy}`) : null;
  remedy?.scrollIntoView();
  await showNotice({ kind: 'missing', said: dropped ?? sentenceOf(gone), close: TEXTS.close });
}

/** Why a remedy was taken out, if the entry says so. */
async function droppedOf(gone: Gone): Promise<(Node | string)[] | null> {
  if (gone.kind !== 'remedy') return null;
  const dropped = await fetchEntry().then(
    (entry) => entry.dropped,
    () => null,
  );
  const id = dropped === null ? null : ownerOf(gone.name, Object.keys(dropped));
  if (dropped === null || id === null) return null;
  // Reasons are written in one language.
  return [TEXTS.dropped(id), ' ', make('span', { lang: 'en' }, dropped[id] ?? ''), ' ', ...headings(gone)];
}

function sentenceOf(gone: Gone): (Node | string)[] {
  switch (gone.kind) {
    case 'step':
      return [TEXTS.step(gone.name)];
    case 'no-column':
      return [TEXTS.noColumn];
    default:
      return [TEXTS.gone[gone.kind](gone.name), ' ', ...headings(gone)];
  }
}

/** Links to the headings near which it may be found. */
function headings(gone: Gone): (Node | string)[] {
  const ids = { cause: ['causes'], remedy: ['workarounds', 'dead-ends'], other: ['matrix'] };
  const near = gone.kind === 'step' || gone.kind === 'no-column' ? [] : ids[gone.kind];
  const links = near.flatMap((id) => {
    const heading = document.getElementById(id);
    return heading === null
      ? []
      : [make('a', { href: `#${id}` }, heading.firstChild?.textContent?.trim() ?? id)];
  });
  return [
    TEXTS.look,
    ...links.flatMap((link, index) => (index === 0 ? [link] : [TEXTS.or, link])),
    TEXTS.stop,
  ];
}
