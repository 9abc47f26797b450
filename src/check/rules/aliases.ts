import type { BaseRule, Complaint } from '../context.ts';
import { at } from '../places.ts';

export const aliases: BaseRule = {
  name: 'aliases',
  description: 'An id that an entry had before belongs to no other entry.',
  check: ({ entries, unread }) => {
    const owners = new Map<string, string>();
    return [...entries.values()].flatMap((entry) =>
      entry.aliases.flatMap((alias): Complaint[] => {
        const taken = entries.has(alias.id) || unread.has(alias.id) ? alias.id : owners.get(alias.id);
        owners.set(alias.id, entry.id);
        if (taken === undefined) return [];
        return [at(alias.where, `the alias ${alias.id} is taken by ${taken}`, 'leave one of them')];
      }),
    );
  },
};
