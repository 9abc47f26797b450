import { splitTemplate } from '../placeholders.ts';
import type { Placeholder } from '../schema/signature.ts';
import { quoteForShell } from './quote.ts';
import { findShellPlaces } from './shell-place.ts';
import { isValueOf } from './values.ts';

/**
 * Fill a shell command with a reader's values. A placeholder without one, or with one that could be read
 * there as more than text, shows its example.
 *
 * @example fillCommand('fuser {port}/tcp', { port: { kind: 'port', example: '3000' } }, { port: '8461' })
 * // => 'fuser 8461/tcp'
 */
export function fillCommand(
  command: string,
  placeholders: Readonly<Record<string, Placeholder>>,
  values: Readonly<Record<string, string>>,
): string {
  const parts = splitTemplate(command, Object.keys(placeholders));
  const places = findShellPlaces(parts);
  return parts
    .map((part) => {
      if (part.kind === 'text') return part.text;
      const place = places.shift();
      const { kind, example } = placeholders[part.name] ?? { kind: 'text', example: `{${part.name}}` };
      const value = values[part.name];
      if (place === undefined || value === undefined || !isValueOf(kind, value)) return example;
      return quoteForShell(value, place) ?? example;
    })
    .join('');
}
