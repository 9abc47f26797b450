import { fitForText, quoteForShell } from '../../entry/fill/quote.ts';
import { findShellPlaces } from '../../entry/fill/shell-place.ts';
import type { TemplatePart } from '../../entry/placeholders.ts';

/** A placeholder in a command of the page. */
export interface Slot {
  name: string;
  /** Put a value there; null brings the example back. False where the value cannot safely stand there. */
  put(value: string | null): boolean;
}

/** Find the placeholders of all commands below an element. */
export function findSlots(root: ParentNode, keptHere: string): Slot[] {
  return [...root.querySelectorAll<HTMLElement>('.cmd')].flatMap((command) => {
    const shell = !('plain' in command.dataset);
    const code = command.querySelector('pre > code');
    const inCode = code === null ? [] : [...code.querySelectorAll<HTMLElement>('var[data-v]')];
    const places = code !== null && shell ? findShellPlaces(partsOf(code)) : [];
    const inHead = [...command.querySelectorAll<HTMLElement>('.saf var[data-v]')];
    return [
      ...inCode.map((element, index) => {
        const place = places[index];
        return slotOf(element, keptHere, (value) =>
          place ? quoteForShell(value, place) : fitForText(value),
        );
      }),
      ...inHead.map((element) => slotOf(element, keptHere, fitForText)),
    ];
  });
}

/** The command as the entry has it: text and placeholders. */
function partsOf(code: Element): TemplatePart[] {
  const parts: TemplatePart[] = [];
  const walk = (node: Node): void => {
    const name = node instanceof HTMLElement && node.localName === 'var' ? node.dataset['v'] : undefined;
    if (name !== undefined) parts.push({ kind: 'placeholder', name });
    else if (node instanceof Text) parts.push({ kind: 'text', text: node.data });
    else node.childNodes.forEach(walk);
  };
  code.childNodes.forEach(walk);
  return joinTexts(parts);
}

/** Elements that only shape text part it; the shell sees one text. */
function joinTexts(parts: readonly TemplatePart[]): TemplatePart[] {
  const joined: TemplatePart[] = [];
  for (const part of parts) {
    const last = joined.at(-1);
    if (last?.kind === 'text' && part.kind === 'text') last.text += part.text;
    else joined.push({ ...part });
  }
  return joined;
}

function slotOf(element: HTMLElement, keptHere: string, write: (value: string) => string | null): Slot {
  const example = element.textContent ?? '';
  return {
    name: element.dataset['v'] ?? '',
    put(value) {
      const text = value === null ? null : write(value);
      element.textContent = text ?? example;
      element.classList.toggle('mine', text !== null);
      const kept = value !== null && text === null;
      element.classList.toggle('kept', kept);
      if (kept) element.title = keptHere;
      else element.removeAttribute('title');
      return !kept;
    },
  };
}
