import type { Entry } from '../../entry/entry.ts';
import { formatPercent } from '../../i18n/format.ts';

/** Colours of the site in its light scheme, src/styles/tokens.css: both carry white letters. */
const INK = '#14181a';
const FIX = '#00665a';
const DIM = '#545d61';

const HEIGHT = 20;
/** Width of a letter and of the space around a text, in pixels, at 11 pixels of Verdana or what stands in for it. */
const LETTER = 6.6;
const SPACE = 6;

/**
 * Draw the badge of an entry for a README: its name here, and its fix rate with the fraction. It needs no font,
 * no script and no second request; `textLength` keeps it in shape whatever font stands in.
 */
export function entryToBadge(entry: Entry): string {
  const name = nameOf(entry);
  const { text, colour } = rateOf(entry);
  const [left, right] = [widthOf(name), widthOf(text)];
  const width = left + right;
  const title = escapeXml(`${entry.id}: fix rate ${text}`);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${HEIGHT}" role="img" aria-label="${title}"><title>${title}</title><clipPath id="r"><rect width="${width}" height="${HEIGHT}" rx="3"/></clipPath><g clip-path="url(#r)"><rect width="${left}" height="${HEIGHT}" fill="${INK}"/><rect x="${left}" width="${right}" height="${HEIGHT}" fill="${colour}"/></g><g fill="#fff" font-family="Verdana,DejaVu Sans,sans-serif" font-size="11" text-anchor="middle">${textAt(left / 2, name)}${textAt(left + right / 2, text)}</g></svg>\n`;
}

function nameOf({ code, slug }: Entry): string {
  return `Fixrate ${code ?? slug}`;
}

function rateOf({ facts, rates: { fixRate } }: Entry): { text: string; colour: string } {
  if (facts.withdrawn !== null) return { text: 'withdrawn', colour: DIM };
  if (fixRate.value === null) return { text: 'not measured yet', colour: DIM };
  const percent = formatPercent(fixRate.value, 'en');
  return {
    text: `${percent} · ${fixRate.proven}/${fixRate.causes} causes`,
    colour: fixRate.proven > 0 ? FIX : DIM,
  };
}

function widthOf(text: string): number {
  return Math.round(text.length * LETTER) + 2 * SPACE;
}

function textAt(middle: number, text: string): string {
  return `<text x="${middle}" y="14" textLength="${widthOf(text) - 2 * SPACE}">${escapeXml(text)}</text>`;
}

function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
}
