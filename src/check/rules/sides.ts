import { factsRule } from '../context.ts';
import { atKey } from '../places.ts';

const DEAD_END_FAILS_AT_LEAST = 0.5;

export const sides = factsRule({
  name: 'sides',
  description: 'A workaround that was tried fixes some cause; a dead end fails at least half of the time.',
  check: ({ facts, yaml, rates }) =>
    Object.entries(facts.remedies).flatMap(([id, { side }]) => {
      const remedy = rates.remedies[id];
      if (remedy === undefined || remedy.success === null || remedy.basis === 'estimate') return [];
      const path = ['remedies', id];
      const { success, basis } = remedy;
      if (side === 'workaround' && success === 0) {
        return [
          atKey(
            yaml,
            path,
            `the workaround ${id} fixes no cause`,
            'make it a dead end, or take it out with dropped',
          ),
        ];
      }
      if (side === 'dead-end' && 1 - success < DEAD_END_FAILS_AT_LEAST) {
        const message = `the dead end ${id} fixes more than half of what it was tried on (${basis})`;
        return [atKey(yaml, path, message, 'make it a workaround')];
      }
      return [];
    }),
});
