import { factsRule } from '../context.ts';
import { atValue } from '../places.ts';

export const dates = factsRule({
  name: 'dates',
  description: 'Nothing was seen, reported or withdrawn in the future.',
  check: ({ facts, yaml, today }) => {
    const all: [path: PropertyKey[], date: string | undefined][] = [
      [['firstSeen', 'date'], facts.firstSeen?.date],
      [['withdrawn', 'date'], facts.withdrawn?.date],
      ...facts.reports.map(({ date }, index): [PropertyKey[], string] => [['reports', index, 'date'], date]),
    ];
    return all.flatMap(([path, date]) =>
      date === undefined || date <= today
        ? []
        : [
            atValue(
              yaml,
              path,
              `${date} is in the future`,
              'correct the date, or leave it out if it is not known',
            ),
          ],
    );
  },
});
