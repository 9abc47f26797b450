import { lastOf } from '../../entry/revision/plan.ts';
import type { BaseRule, Complaint } from '../context.ts';
import { at } from '../places.ts';

const RECORD = 'run `npm run ledger`';

export const revisions: BaseRule = {
  name: 'revisions',
  description: 'The last revision of an entry is recorded, once.',
  check: ({ entries, published }) => {
    const { file, lines } = published.record;
    const recorded = new Map<string, string | undefined>();
    const twice = lines.flatMap((line): Complaint[] => {
      const known = recorded.has(line.id);
      recorded.set(line.id, lastOf(line)?.revision);
      return known
        ? [{ file, ...line.place, message: `${line.id} stands here twice`, tip: `${RECORD}: it joins them` }]
        : [];
    });
    const due = [...entries.values()].flatMap(({ id, where, sound, state }): Complaint[] => {
      // What is not in the ledger is published by the same command.
      if (!sound || state === null || !published.ledger.has(id) || recorded.get(id) === state.revision)
        return [];
      return [at(where, `the last change of ${id} is not recorded yet`, RECORD)];
    });
    return [...twice, ...due];
  },
};
