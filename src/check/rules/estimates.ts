import { factsRule } from '../context.ts';
import { atKey } from '../places.ts';

export const estimates = factsRule({
  name: 'estimates',
  description: 'A rate is guessed only where there is neither trial nor report.',
  check: ({ facts, yaml, rates }) =>
    Object.keys(facts.estimates).flatMap((id) => {
      const basis = rates.remedies[id]?.basis;
      if (basis !== 'lab' && basis !== 'reports') return [];
      const source = basis === 'lab' ? 'trials' : 'reports';
      return [
        atKey(yaml, ['estimates', id], `${id} has ${source}: a guess is not needed`, 'take the estimate out'),
      ];
    }),
});
