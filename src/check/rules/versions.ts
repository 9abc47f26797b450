import { versionInRange } from '../../entry/version-range.ts';
import { type Complaint, type FactsContext, factsRule } from '../context.ts';
import { atValue } from '../places.ts';

export const versions = factsRule({
  name: 'versions',
  description: 'Ranges of versions can be read, and include every version in which the error was reproduced.',
  check: (entry) => [...readable(entry), ...measured(entry)],
});

function readable({ facts, yaml, lab, labYaml }: FactsContext): Complaint[] {
  const inFacts = [
    ...facts.versions.map(({ range }, index) => ({ path: ['versions', index, 'range'], range })),
    ...facts.signatures.map(({ versions: range }, index) => ({
      path: ['signatures', index, 'versions'],
      range,
    })),
  ];
  const inLab = Object.entries(lab?.causes ?? {}).flatMap(([cause, { unless }]) =>
    Object.entries(unless ?? {}).map(([tool, range]) => ({ path: ['causes', cause, 'unless', tool], range })),
  );
  return [
    ...inFacts.flatMap(({ path, range }) =>
      unreadable(range).map((message) => atValue(yaml, path, message, TIP)),
    ),
    ...inLab.flatMap(({ path, range }) =>
      labYaml === null ? [] : unreadable(range).map((message) => atValue(labYaml, path, message, TIP)),
    ),
  ];
}

const TIP = 'write 1.24+, 2.6-3.0, <18, >=18 or 20, or several with commas';

function unreadable(range: string | null): string[] {
  if (range === null || includes('0', range) !== null) return [];
  return [`“${range}” is no range of versions`];
}

function measured({ facts, yaml, results, rates }: FactsContext): Complaint[] {
  if (results === null) return [];
  const shown = new Set(Object.values(rates.causes).flatMap((cause) => cause.reproduced));
  return facts.versions.flatMap(({ product, tool, range }, index) => {
    if (tool === null) return [];
    const all = Object.entries(results.environments);
    if (all.every(([, environment]) => environment.versions[tool] === undefined)) {
      const known = [...new Set(all.flatMap(([, environment]) => Object.keys(environment.versions)))];
      const tip = `name one of ${known.join(', ')}, or leave tool out`;
      return [atValue(yaml, ['versions', index, 'tool'], `the lab recorded no version of ${tool}`, tip)];
    }
    return all.flatMap(([id, environment]) => {
      const version = environment.versions[tool];
      if (version === undefined || !shown.has(id) || includes(version, range) !== false) return [];
      const message = `the error was reproduced with ${product} ${version} (${id}), but the range is ${range}`;
      return [
        atValue(
          yaml,
          ['versions', index, 'range'],
          message,
          `widen the range so that it includes ${version}`,
        ),
      ];
    });
  });
}

/** Whether a version lies in a range, or null where the range cannot be read. */
function includes(version: string, range: string): boolean | null {
  try {
    return versionInRange(version, range);
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
