import { didYouMean } from '../../entry/problems/nearest.ts';
import { type Complaint, type FactsContext, factsRule } from '../context.ts';
import { atKey, atValue } from '../places.ts';

export const references = factsRule({
  name: 'references',
  description: 'Reports, estimates and lab.yaml name causes and remedies that entry.yaml has.',
  check: (entry) => [...inReports(entry), ...inEstimates(entry), ...inLab(entry)],
});

function inReports({ facts, yaml }: FactsContext): Complaint[] {
  return facts.reports.flatMap((report, index) =>
    (['cause', 'remedy'] as const).flatMap((kind) => {
      const known = Object.keys(kind === 'cause' ? facts.causes : facts.remedies);
      if (known.includes(report[kind])) return [];
      return [
        atValue(
          yaml,
          ['reports', index, kind],
          `there is no ${kind} ${report[kind]}`,
          didYouMean(report[kind], known),
        ),
      ];
    }),
  );
}

function inEstimates({ facts, yaml }: FactsContext): Complaint[] {
  const known = Object.keys(facts.remedies);
  return Object.keys(facts.estimates)
    .filter((id) => !known.includes(id))
    .map((id) => atKey(yaml, ['estimates', id], `there is no remedy ${id}`, didYouMean(id, known)));
}

function inLab({ facts, lab, labYaml }: FactsContext): Complaint[] {
  if (lab === null || labYaml === null) return [];
  return (['causes', 'remedies'] as const).flatMap((kind) => {
    const known = Object.keys(facts[kind]);
    return Object.keys(lab[kind])
      .filter((id) => !known.includes(id))
      .map((id) =>
        atKey(labYaml, [kind, id], `${id} is none of the ${kind} of entry.yaml`, didYouMean(id, known)),
      );
  });
}
