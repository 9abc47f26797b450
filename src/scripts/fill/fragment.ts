// What the address of an entry carries of a reader's message: the text, and values that were changed by hand.
import { decodeFragment, fragmentOf, queryOf } from '../pasted-text.ts';

/** A message and the values that its reader set. */
export interface Filling {
  text: string;
  /** Values by the name of their placeholder. */
  values: Record<string, string>;
}

/** Read the fragment of an address; null if it carries no message. */
export function readFilling(hash: string): Filling | null {
  const [message = '', ...pairs] = hash.split('&');
  const query = message.startsWith('#q=') ? queryOf({ hash: message, search: '' }) : null;
  if (query === null || query.text.trim() === '') return null;
  const values = pairs.flatMap((pair) => {
    const [, name, value] = /^v\.([A-Za-z][A-Za-z0-9]*)=(.*)$/.exec(pair) ?? [];
    return name === undefined || value === undefined ? [] : [[name, decodeFragment(value)] as const];
  });
  return { text: query.text, values: Object.fromEntries(values) };
}

/** Write the fragment that carries a message and values. */
export function writeFilling({ text, values }: Filling): string {
  const pairs = Object.entries(values).map(([name, value]) => `&v.${name}=${encodeURIComponent(value)}`);
  return fragmentOf(text) + pairs.join('');
}
