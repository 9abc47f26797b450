import { pathOf, REQUIRED_FILES } from '../../entry/load/files.ts';
import { findUnfilled } from '../../entry/unfilled.ts';
import type { EntryRule } from '../context.ts';
import { at } from '../places.ts';

/** `npm run new` marks what is left to the author. */
export const filledIn: EntryRule = {
  name: 'filled-in',
  description: 'Nothing is left of what a new entry asks its author to write.',
  check: ({ files }) =>
    [...REQUIRED_FILES, 'lab.yaml' as const].flatMap((name) =>
      findUnfilled(files.texts[name] ?? '').map(({ asked, ...place }) =>
        at(
          { file: pathOf(files, name), ...place },
          `still to be written: ${asked}`,
          'write it in the place of this mark, or delete what the entry has no use for',
        ),
      ),
    ),
};
