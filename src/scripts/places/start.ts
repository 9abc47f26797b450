// Shows the place that the address names where the browser alone does not: inside something folded, a cell
// of the matrix, or one that is not there any more.
import { ownerOf, readAnchor } from '../../entry/anchors.ts';
import { decodeFragment } from '../pasted-text.ts';
import { unfold } from '../unfold.ts';
import { findCell, nameCell } from './cells.ts';
import { type Gone, tellGone } from './gone.ts';

/** Bring the place that the address names into view, or say what became of it. */
export async function showPlace(article: HTMLElement): Promise<void> {
  const anchor = decodeFragment(location.hash.slice(1));
  const target = document.getElementById(anchor);
  if (target !== null) return unfold(target);
  const place = readAnchor(anchor);
  if (place.kind === 'cell') {
    const matrix = article.querySelector('.mx');
    const cell = matrix === null ? null : findCell(matrix, place);
    if (cell !== null) {
      nameCell(cell, place);
      // The id came after the address: going there once more makes it the target, for eyes and keyboard.
      location.replace(location.href);
      return;
    }
  }
  await tellGone(goneOf(anchor));
}

/** Find what is left of a place that the page does not have. */
function goneOf(anchor: string): Gone {
  const place = readAnchor(anchor);
  const has = (id: string): boolean => document.getElementById(id) !== null;
  if (place.kind === 'cause') return { kind: 'cause', name: place.cause };
  if (place.kind === 'cell') {
    if (!has(`cause-${place.cause}`)) return { kind: 'cause', name: place.cause };
    if (!has(`remedy-${place.remedy}`)) return { kind: 'remedy', name: place.remedy };
    return { kind: 'no-column', remedy: place.remedy };
  }
  if (place.kind === 'other') return { kind: 'other', name: anchor };
  const remedies = [...document.querySelectorAll('.it[id^="remedy-"]')].map(({ id }) => id.slice(7));
  const owner = ownerOf(place.rest, remedies);
  return owner === null
    ? { kind: 'remedy', name: place.rest }
    : { kind: 'step', name: place.rest.slice(owner.length + 1), remedy: owner };
}
