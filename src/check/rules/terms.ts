import type { Glossary } from '../../entry/schema/glossary.ts';
import type { EntryRule } from '../context.ts';
import { CODE, complain, type Slip } from '../lines.ts';

/** One word for one thing in Chinese, and names as their makers write them. */
export const terms: EntryRule = {
  name: 'terms',
  description: 'Chinese uses the words of glossary.yaml; names of products are written as their makers do.',
  check: (entry) => [
    ...complain(entry.lines.zh, (text) => findTerms(text, entry.glossary)),
    ...complain(entry.lines.en, (text) => findNames(text, entry.glossary)),
  ],
};

/** Find words in a Chinese text that the glossary avoids, and names that are written otherwise. */
export function findTerms(text: string, glossary: Glossary): Slip[] {
  const avoided = glossary.terms.flatMap(({ zh, avoid, unless }) =>
    avoid.flatMap((word) =>
      placesOf(word, text)
        .filter((index) => !standsIn(text, index, unless))
        .map((index) => ({
          index,
          message: `“${word}” is called ${zh} here`,
          tip: `write ${zh}; glossary.yaml has one word for one thing`,
        })),
    ),
  );
  return [...avoided, ...findNames(text, glossary)];
}

/** Find names of products that are not written as in the glossary; parts of paths and addresses are none. */
function findNames(text: string, { names }: Glossary): Slip[] {
  const { any, each } = patternsOf(names);
  // Most lines name none.
  if (text.search(any) === -1) return [];
  return each.flatMap(({ name, pattern }) =>
    [...text.matchAll(pattern)]
      .filter(([found]) => found !== name)
      .map(({ 0: found, index }) => ({
        index,
        message: `“${found}” is written ${name}`,
        tip: `write ${name}, or put it into \`code\` where a command or a file is meant`,
      })),
  );
}

/** Patterns for any of some names, and for each. */
interface Patterns {
  any: RegExp;
  each: { name: string; pattern: RegExp }[];
}

const known = new WeakMap<readonly string[], Patterns>();

function patternsOf(names: readonly string[]): Patterns {
  const patterns = known.get(names) ?? {
    any: patternOf(names, 'iu'),
    each: names.map((name) => ({ name, pattern: patternOf([name], 'giu') })),
  };
  known.set(names, patterns);
  return patterns;
}

function patternOf(names: readonly string[], flags: string): RegExp {
  const any = names.map((name) => RegExp.escape(name)).join('|');
  return new RegExp(`(?<![\\w${CODE}./@:-])(?:${any})(?![\\w/-]|\\.\\w)`, flags);
}

function placesOf(word: string, text: string): number[] {
  const places: number[] = [];
  for (let index = text.indexOf(word); index !== -1; index = text.indexOf(word, index + 1))
    places.push(index);
  return places;
}

/** Whether one of some longer words covers a place. */
function standsIn(text: string, index: number, longer: readonly string[]): boolean {
  return longer.some((word) =>
    placesOf(word, text).some((start) => start <= index && index < start + word.length),
  );
}
