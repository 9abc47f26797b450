import type { EntryRule } from '../context.ts';
import { atStart } from '../places.ts';

/** Staleness itself is no fault: it is counted, and said on the page. */
export const translation: EntryRule = {
  name: 'translation',
  description: 'Only translations say which English text they follow.',
  check: ({ outlines: { en } }) =>
    en === null || en.english === null
      ? []
      : [atStart(en.file, '`english` stands in the front matter of the English text itself', 'take it out')],
};
