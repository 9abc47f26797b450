import { START } from '../entry/problems/problem.ts';
import type { YamlFile } from '../entry/yaml/document.ts';
import type { Complaint, ResultsContext } from './context.ts';

type Where = Pick<Complaint, 'file' | 'line' | 'column'>;

/** Complain about the value at a path of a YAML file. */
export function atValue(
  yaml: YamlFile,
  path: readonly PropertyKey[],
  message: string,
  tip: string,
): Complaint {
  return at({ file: yaml.file, ...yaml.placeOf(path) }, message, tip);
}

/** Complain about the key at a path of a YAML file. */
export function atKey(yaml: YamlFile, path: readonly PropertyKey[], message: string, tip: string): Complaint {
  return at({ file: yaml.file, ...yaml.placeOfKey(path) }, message, tip);
}

/** Complain about what stands at a path of lab.results.json. */
export function atResult(
  { resultsFile, resultsPlace }: ResultsContext,
  path: readonly PropertyKey[],
  message: string,
  tip: string,
): Complaint {
  return at({ file: resultsFile, ...resultsPlace(path) }, message, tip);
}

/** Complain about a file as a whole. */
export function atStart(file: string, message: string, tip: string): Complaint {
  return at({ file, ...START }, message, tip);
}

/** Complain about a place. */
export function at(where: Where, message: string, tip: string): Complaint {
  return { file: where.file, line: where.line, column: where.column, message, tip };
}
