import { entryAnchors } from '../../entry/anchors.ts';

/** Where a cell of the matrix stands: its cause and its remedy. */
export interface CellPlace {
  cause: string;
  remedy: string;
}

/** Find the cell of a remedy under a cause; null where the matrix does not show it. */
export function findCell(matrix: Element, { cause, remedy }: CellPlace): HTMLElement | null {
  const column = headersOf(matrix).findIndex((header) => linkIn(header, '#remedy-') === remedy);
  const row = [...matrix.querySelectorAll('tbody tr')].find((one) => linkIn(one, '#cause-') === cause);
  const cell = column < 0 ? undefined : row?.querySelectorAll<HTMLElement>('td')[column];
  // Columns that a phone has no room for are there and not shown.
  return cell === undefined || cell.offsetParent === null ? null : cell;
}

/** Tell which cause and remedy a cell stands for; null for a cell of another row. */
export function placeOfCell(matrix: Element, cell: Element): CellPlace | null {
  const row = cell.closest('tbody tr');
  const header =
    headersOf(matrix)[row === null ? -1 : [...row.querySelectorAll('td')].indexOf(cell as never)];
  const cause = row === null ? null : linkIn(row, '#cause-');
  const remedy = header === undefined ? null : linkIn(header, '#remedy-');
  return cause === null || remedy === null ? null : { cause, remedy };
}

/** Give a cell the id that links to it name. */
export function nameCell(cell: HTMLElement, { cause, remedy }: CellPlace): string {
  cell.id = entryAnchors.cell(cause, remedy);
  return cell.id;
}

/** The heads of the columns, that of the causes left out. */
function headersOf(matrix: Element): Element[] {
  return [...matrix.querySelectorAll('thead tr:last-child th')].slice(1);
}

function linkIn(element: Element, prefix: string): string | null {
  return element.querySelector(`a[href^="${prefix}"]`)?.getAttribute('href')?.slice(prefix.length) ?? null;
}
