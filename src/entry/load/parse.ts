import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { type Problem, START } from '../problems/problem.ts';
import { type Outline, readOutline } from '../prose/outline.ts';
import { type Facts, FactsSchema } from '../schema/facts.ts';
import type { LabResults } from '../schema/results.ts';
import { parseYaml, type YamlFile } from '../yaml/document.ts';
import { validate } from '../yaml/validate.ts';
import { type EntryFiles, pathOf, REQUIRED_FILES } from './files.ts';
import { readResults } from './results.ts';
import { compareStructure } from './structure.ts';

/** Everything read of an entry; null for what could not be read. */
export interface ParsedEntry {
  id: string;
  files: EntryFiles;
  /** entry.yaml with the place of each of its parts. */
  yaml: YamlFile | null;
  facts: Facts | null;
  outlines: Record<Locale, Outline | null>;
  results: LabResults | null;
  problems: Problem[];
}

/** Parse and validate the files of an entry, and hold prose and facts against each other. Pure. */
export function parseEntry(files: EntryFiles): ParsedEntry {
  const { id, texts } = files;
  const problems = [...files.problems, ...missingFiles(files)];
  const yaml =
    texts['entry.yaml'] === undefined ? null : parseYaml(pathOf(files, 'entry.yaml'), texts['entry.yaml']);
  const facts = yaml === null ? null : validate(yaml, FactsSchema);
  const outlines = LOCALES.map((locale) => {
    const name = `${locale}.mdx` as const;
    const text = texts[name];
    return [locale, text === undefined ? null : readOutline(pathOf(files, name), text)] as const;
  });
  const results = texts['lab.results.json'];
  const lab = results === undefined ? null : readResults(pathOf(files, 'lab.results.json'), results, id);
  const parsed: ParsedEntry = {
    id,
    files,
    yaml,
    facts: facts?.value ?? null,
    outlines: Object.fromEntries(
      outlines.map(([locale, read]) => [locale, read?.outline ?? null]),
    ) as ParsedEntry['outlines'],
    results: lab?.results ?? null,
    problems: [
      ...problems,
      ...(facts?.problems ?? []),
      ...outlines.flatMap(([, read]) => read?.problems ?? []),
      ...(lab?.problems ?? []),
    ],
  };
  parsed.problems.push(...compareStructure(parsed));
  return parsed;
}

function missingFiles(files: EntryFiles): Problem[] {
  return REQUIRED_FILES.filter((name) => files.texts[name] === undefined).map((name) => ({
    file: pathOf(files, name),
    ...START,
    rule: 'files',
    message: `${name} is missing`,
    tip: 'every entry has it: write it',
  }));
}
