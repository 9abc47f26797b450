import type { MarkName } from '../components/marks.ts';

/** Make an element with text and elements in it; texts stay texts, whatever they hold. */
export function make<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Readonly<Record<string, string>>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Make a mark from the sprite of the page; a word beside it says the same. */
export function makeMark(name: MarkName): SVGElement {
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `#m-${name}`);
  const mark = document.createElementNS(SVG, 'svg');
  mark.setAttribute('class', 'm');
  mark.setAttribute('aria-hidden', 'true');
  mark.append(use);
  return mark;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Make a title: what stands between backticks is code. */
export function makeTitle(title: string): (Node | string)[] {
  return title.split(/`([^`]+)`/).map((part, index) => (index % 2 === 1 ? make('code', {}, part) : part));
}
