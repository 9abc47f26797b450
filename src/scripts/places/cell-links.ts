// A link to each cell of the matrix, put there when the cell is pointed at or reached by keyboard: as part of
// the page they would weigh as much as its text.
import styles from '../../styles/places.css?url';
import { make } from '../elements.ts';
import { loadStyle } from '../load-style.ts';
import { nameCell, placeOfCell } from './cells.ts';

/** Link each cell from now on as soon as it is pointed at, the one of this event first. */
export async function linkCells(matrix: HTMLElement, first: Event): Promise<void> {
  await loadStyle(styles);
  const label = document.querySelector('.anchor')?.getAttribute('aria-label') ?? '#';
  const link = ({ target }: Event): void => {
    const cell = (target as Element | null)?.closest<HTMLElement>('tbody td') ?? null;
    const place = cell === null ? null : placeOfCell(matrix, cell);
    if (cell === null || place === null || cell.querySelector('.anchor') !== null) return;
    const href = `#${nameCell(cell, place)}`;
    cell.append(make('a', { class: 'anchor', href, 'aria-label': label }, '#'));
  };
  for (const type of ['pointerover', 'focusin']) matrix.addEventListener(type, link);
  link(first);
}
