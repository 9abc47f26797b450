import { type Complaint, type FactsContext, factsRule } from '../context.ts';
import { atValue } from '../places.ts';

export const signatures = factsRule({
  name: 'signatures',
  description:
    'Some wording is printed by a tool, a composed one stands first and alone, and none is there twice.',
  check: (entry) => [...composed(entry), ...twice(entry)],
});

function composed({ facts, yaml }: FactsContext): Complaint[] {
  const all = facts.signatures;
  const late = all.flatMap((signature, index) =>
    signature.composed && index > 0
      ? [
          atValue(
            yaml,
            ['signatures', index],
            'a composed wording is only for the headline',
            'leave it out: no tool prints it',
          ),
        ]
      : [],
  );
  if (all.some((signature) => !signature.composed)) return late;
  const tip = 'add the wordings that tools print below the headline';
  return [...late, atValue(yaml, ['signatures'], 'no tool prints any of the signatures', tip)];
}

function twice({ facts, yaml }: FactsContext): Complaint[] {
  const texts = facts.signatures.map(({ text }) => text.trim());
  return texts.flatMap((text, index) =>
    texts.indexOf(text) === index
      ? []
      : [atValue(yaml, ['signatures', index], 'this signature stands above already', 'leave one of them')],
  );
}
