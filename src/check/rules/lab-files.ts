import type { EntryRule } from '../context.ts';
import { atStart } from '../places.ts';

export const labFiles: EntryRule = {
  name: 'lab-files',
  description: 'An entry that the lab knows has both lab.yaml and lab.results.json.',
  check: ({ id, files: { folder, texts } }) => {
    const lab = texts['lab.yaml'] !== undefined;
    const results = texts['lab.results.json'] !== undefined;
    if (lab && !results) {
      return [
        atStart(`${folder}/lab.results.json`, 'lab.results.json is missing', `run \`npm run lab -- ${id}\``),
      ];
    }
    if (results && !lab) {
      return [
        atStart(
          `${folder}/lab.yaml`,
          'lab.yaml is missing, but there are results',
          'write how they came about',
        ),
      ];
    }
    return [];
  },
};
