import { didYouMean } from '../../entry/problems/nearest.ts';
import { factsRule } from '../context.ts';
import { atValue } from '../places.ts';

export const services = factsRule({
  name: 'services',
  description: 'What a step serves takes the place of a service that lab.yaml has.',
  check: ({ facts, yaml, lab }) => {
    if (lab === null) return [];
    const all = [lab.services, ...Object.values(lab.causes).map((cause) => cause.services)];
    const known = [...new Set(all.flatMap((some) => Object.keys(some ?? {})))];
    return Object.entries(facts.remedies).flatMap(([id, { steps }]) =>
      steps.flatMap((step, index) => {
        if (step.kind !== 'serve' || known.includes(step.instead)) return [];
        const path = ['remedies', id, 'steps', index, 'instead'];
        return [
          atValue(yaml, path, `lab.yaml has no service ${step.instead}`, didYouMean(step.instead, known)),
        ];
      }),
    );
  },
});
