import { type Complaint, factsRule } from '../context.ts';
import { atKey, atStart } from '../places.ts';

export const dropped = factsRule({
  name: 'dropped',
  description: 'A remedy that was measured leaves only with a reason.',
  check: ({ facts, yaml, results, files }) => {
    const cells = Object.values(results?.causes ?? {}).flatMap((cause) => Object.values(cause));
    const measured = new Set(cells.flatMap((result) => Object.keys(result.remedies)));
    const gone = [...measured].filter(
      (id) => facts.remedies[id] === undefined && facts.dropped[id] === undefined,
    );
    const back = Object.keys(facts.dropped).filter((id) => facts.remedies[id] !== undefined);
    return [
      ...gone.map((id): Complaint => {
        const message = `${id} was measured, but entry.yaml has it no longer`;
        return atStart(
          `${files.folder}/lab.results.json`,
          message,
          `put it back, or say why under dropped: { ${id}: … }`,
        );
      }),
      ...back.map((id) =>
        atKey(yaml, ['dropped', id], `${id} is dropped and yet a remedy`, 'leave one of them'),
      ),
    ];
  },
});
