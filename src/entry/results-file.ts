import { hash } from 'node:crypto';
import type { CauseResult, LabResults } from './schema/results.ts';

/** Below this depth lab.results.json has one line for each value: a cell of the matrix is a line. */
const ONE_LINE_DEPTH = 5;
const KEY_LENGTH = 8;

/** Walk all places of results that hold what was printed. */
export function* excerptsOf(results: LabResults): Generator<{ excerpt: string }> {
  for (const environments of Object.values(results.causes)) {
    for (const cause of Object.values(environments)) {
      yield cause;
      yield* cause.tell?.tried ?? [];
      for (const cell of Object.values(cause.remedies)) yield* cell.trials;
    }
  }
}

/**
 * Write results as the file has them. Hundreds of trials print the same few texts: each stands once,
 * under `outputs`, by the beginning of its SHA-256, and that key in the place of the text.
 */
export function formatResults(results: LabResults): string {
  const outputs: Record<string, string> = {};
  const keys = new Map([['', '']]);
  const shorten = <Place extends { excerpt: string }>(place: Place): Place => {
    let key = keys.get(place.excerpt);
    if (key === undefined) {
      key = hash('sha256', place.excerpt).slice(0, KEY_LENGTH);
      keys.set(place.excerpt, key);
      outputs[key] = place.excerpt;
    }
    return { ...place, excerpt: key };
  };
  const file = {
    ...results,
    // Results from before it was noted stay as they are.
    environments: mapValues(results.environments, (environment) => {
      const { released, ...others } = environment;
      return released === null ? others : environment;
    }),
    causes: mapValues(results.causes, (environments) =>
      mapValues(environments, (cause) => mapExcerpts(cause, shorten)),
    ),
    outputs,
  };
  return `${print(file, 0)}\n`;
}

/** Copy the result of a cause with another text at each place that `excerptsOf` names, in the same order. */
function mapExcerpts(
  cause: CauseResult,
  map: <Place extends { excerpt: string }>(place: Place) => Place,
): CauseResult {
  const copy = map(cause);
  if (copy.tell !== null) copy.tell = { ...copy.tell, tried: copy.tell.tried.map(map) };
  copy.remedies = mapValues(copy.remedies, (cell) => ({ ...cell, trials: cell.trials.map(map) }));
  return copy;
}

/**
 * Put back what `formatResults` took out, as the schema of results has it: the texts in the place of
 * their keys, and dates of release that were not noted. Data without
 * `outputs` stays as it is, for the schema to judge.
 */
export function expandResults(data: unknown): unknown {
  if (typeof data !== 'object' || data === null || !('outputs' in data)) return data;
  const { outputs, ...results } = data as LabResults & { outputs: Record<string, string> };
  try {
    for (const environment of Object.values(results.environments)) environment.released ??= null;
    for (const place of excerptsOf(results)) {
      if (place.excerpt !== '') place.excerpt = outputs[place.excerpt] ?? place.excerpt;
    }
  } catch {
    // Not the shape of results: the schema says where.
  }
  return results;
}

/** JSON indented by one space, one line for what lies deep. */
function print(value: unknown, depth: number): string {
  if (typeof value !== 'object' || value === null || Array.isArray(value) || depth >= ONE_LINE_DEPTH) {
    return JSON.stringify(value);
  }
  const items = Object.entries(value).map(
    ([key, item]) => `${' '.repeat(depth + 1)}${JSON.stringify(key)}: ${print(item, depth + 1)}`,
  );
  return items.length === 0 ? '{}' : `{\n${items.join(',\n')}\n${' '.repeat(depth)}}`;
}

function mapValues<From, To>(record: Record<string, From>, map: (value: From) => To): Record<string, To> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, map(value)]));
}
