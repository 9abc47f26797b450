import type { Safety } from '../entry/schema/remedy.ts';
import type { TrialOutcome } from '../entry/schema/results.ts';
import { escapeHtml } from './html.ts';

/** What a mark can say: circles, a diamond and a triangle are outcomes, squares are safety. */
export type MarkName = TrialOutcome | 'not-measured' | Safety;

const RING = '<circle cx="6" cy="6" r="4.6" fill="none" stroke-width="1.3"';
const SQUARE = '<path d="M1.2 1.2h9.6v9.6H1.2z" fill="none" stroke-width="1.3"/>';

/** Shapes in a box of 12 by 12, told apart without colour. */
const SHAPES: Record<MarkName, string> = {
  fixed: '<circle cx="6" cy="6" r="5.5"/>',
  relapsed: `${RING}/><path d="M6 1.4a4.6 4.6 0 0 0 0 9.2z"/>`,
  'not-fixed': `${RING}/>`,
  'new-error': '<path d="M6 .9l5.1 5.1L6 11.1.9 6z" fill="none" stroke-width="1.3"/>',
  harmful: '<path d="M6 0l6 11.5H0zM5.2 4l.3 3.8h1L6.8 4zM5.3 8.6V10h1.4V8.6z" fill-rule="evenodd"/>',
  timeout: `${RING}/><path d="M6 3v3l2.2 1.6" fill="none" stroke-width="1.3"/>`,
  'not-applicable': '<path d="M2 6h8" stroke-width="1.5"/>',
  'not-measured': `${RING} stroke-dasharray="1.4 1.5"/>`,
  'read-only': SQUARE,
  'changes-state': `${SQUARE}<path d="M1 6h10v5H1z"/>`,
  destructive:
    '<path d="M.5.5h11v11H.5zM3.8 3L6 5.2 8.2 3l.8.8L6.8 6 9 8.2l-.8.8L6 6.8 3.8 9 3 8.2 5.2 6 3 3.8z" fill-rule="evenodd"/>',
};

/** Every mark that an entry page may show. */
export const ALL_MARKS = Object.keys(SHAPES) as MarkName[];

/** Draw the sprite from which a page takes its marks; it stands once, at the start of the body. */
export function spriteHtml(names: readonly MarkName[]): string {
  const symbols = names.map((name) => `<symbol id="m-${name}" viewBox="0 0 12 12">${SHAPES[name]}</symbol>`);
  return `<svg class="vh" width="0" height="0" aria-hidden="true">${symbols.join('')}</svg>`;
}

/**
 * Draw a mark.
 *
 * @param label what it says, where no word beside it does
 */
export function markHtml(name: MarkName, label?: string): string {
  const role = label === undefined ? 'aria-hidden="true"' : `role="img" aria-label="${escapeHtml(label)}"`;
  return `<svg class="m" width="12" height="12" ${role}><use href="#m-${name}"/></svg>`;
}

/** Units that one cause takes in a gauge: six of line, one of gap. */
const UNIT = 7;
/** From more causes on, a gauge says nothing that its fraction does not. */
const MAX_CAUSES = 14;

/**
 * Draw a gauge of causes: lit where a remedy fixes the cause of that number, a triangle where it does
 * harm. Nothing for an entry of too many causes.
 *
 * @param lit numbers of causes, from 1
 */
export function gaugeHtml(causes: number, lit: readonly number[], harm: readonly number[] = []): string {
  if (causes === 0 || causes > MAX_CAUSES) return '';
  const width = causes * UNIT - 1;
  const at = (cause: number): number => (cause - 1) * UNIT;
  const bars = lit.map((cause) => `M${at(cause)} 4.5h6`).join('');
  const triangles = harm.map((cause) => `M${at(cause) - 1} 8.5l4-7.5 4 7.5z`).join('');
  return (
    `<svg class="seg" viewBox="0 0 ${width} 9" width="${width}" height="9" aria-hidden="true"><path d="M0 4.5h${width}"/>` +
    `${bars && `<path class="lit" d="${bars}"/>`}${triangles && `<path class="hm" d="${triangles}"/>`}</svg>`
  );
}

/** Draw a gauge that fills from the left: so many of so many causes. */
export function sumGaugeHtml(causes: number, lit: number): string {
  return gaugeHtml(
    causes,
    Array.from({ length: lit }, (_, index) => index + 1),
  );
}

/**
 * Draw the interval from a lower bound to 1 on a scale from 0 to 1.
 *
 * @param bound 0 to 1
 */
export function intervalHtml(bound: number): string {
  const start = Math.round(1 + bound * 60);
  return `<svg class="iv" viewBox="0 0 62 10" width="62" height="10" aria-hidden="true"><path d="M1 5h60M1 1v8M31 3v4M61 1v8"/><path d="M${start} 5H61"/></svg>`;
}
