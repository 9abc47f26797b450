import { splitTemplate, type TemplatePart } from '../entry/placeholders.ts';
import type { Placeholder } from '../entry/schema/signature.ts';
import { splitSignature } from '../entry/signature-pattern.ts';

/** The declared placeholders of an entry. */
type Placeholders = Readonly<Record<string, Placeholder>>;

/** Escape a text for HTML, for element content and double-quoted attributes alike. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => ENTITIES[character] ?? character);
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Turn a title into HTML: what stands between backticks is code.
 *
 * @example titleHtml('Raise `proxy_read_timeout`') // => 'Raise <code>proxy_read_timeout</code>'
 */
export function titleHtml(title: string): string {
  return escapeHtml(title).replace(/`([^`]+)`/g, '<code>$1</code>');
}

/** Turn a command or file text into HTML; its placeholders become `<var>` with their names and examples. */
export function templateHtml(template: string, placeholders: Placeholders): string {
  return partsHtml(splitTemplate(template, Object.keys(placeholders)), placeholders, true);
}

/** Turn a signature into HTML; its placeholders become `<var>` with their examples. */
export function signatureHtml(signature: string, placeholders: Placeholders): string {
  return partsHtml(splitSignature(signature.trim()), placeholders);
}

/** Turn a signature into one line of text with the examples of its placeholders. */
export function signatureText(signature: string, placeholders: Placeholders): string {
  return splitSignature(signature.trim())
    .map((part) => (part.kind === 'text' ? part.text : exampleOf(part.name, placeholders)))
    .join('')
    .replace(/\s+/g, ' ');
}

function partsHtml(parts: readonly TemplatePart[], placeholders: Placeholders, named = false): string {
  return parts
    .map((part) =>
      part.kind === 'text'
        ? escapeHtml(part.text).replace(OPTION, '$1<span class="nb">$2</span>')
        : `<var${named ? ` data-v="${part.name}"` : ''}>${escapeHtml(exampleOf(part.name, placeholders))}</var>`,
    )
    .join('');
}

/** A long option of a command, which no line may be broken in: browsers break after a hyphen. */
const OPTION = /(^|[\s[])(--?[a-z][\w-]*-[\w-]*|--[a-z]\w*)/gi;

function exampleOf(name: string, placeholders: Placeholders): string {
  return placeholders[name]?.example ?? `{${name}}`;
}
