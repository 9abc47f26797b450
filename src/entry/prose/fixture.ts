import type { ProsePlace } from './links.ts';
import { readOutline } from './outline.ts';

/** For tests alone. */

export const PLACE: ProsePlace = {
  site: { origin: 'https://example.org', base: '/kb/' },
  id: 'demo/port-taken',
  locale: 'en',
};

const HEAD = '---\ntitle: T\nsummary: S\n---\n';

/** Write an MDX file with a root cause. */
export function mdx(body: string): string {
  return `${HEAD}${body}\n`;
}

/** List `line:column message` for every problem of a body; its first line is 5. */
export function faults(body: string): string[] {
  return readOutline('en.mdx', mdx(body)).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}
