import type { Paste } from './corpus.ts';
import type { Engine } from './engines.ts';

/** What one engine made of a set of pastes. */
export interface Measure {
  engine: string;
  known: number;
  /** Known pastes: the right entry first, among the first five, or no answer at all. */
  first: number;
  five: number;
  none: number;
  /** Pastes that no entry covers, and how many were answered all the same. */
  unknown: number;
  answered: number;
  /** Median time of an answer. */
  ms: number;
  bytes: number;
  /** What went wrong: `NONE`, `WRONG` or `FALSE`, and the answers given. */
  misses: { paste: Paste; answers: string[] }[];
}

/** Ask an engine every paste. */
export async function measure(engine: Engine, pastes: readonly Paste[]): Promise<Measure> {
  const result: Measure = {
    engine: engine.name,
    known: 0,
    first: 0,
    five: 0,
    none: 0,
    unknown: 0,
    answered: 0,
    ms: 0,
    bytes: engine.bytes,
    misses: [],
  };
  const times: number[] = [];
  for (const paste of pastes) {
    const start = performance.now();
    const answers = await engine.answer(paste.text);
    times.push(performance.now() - start);
    count(result, paste, answers);
  }
  result.ms = median(times);
  return result;
}

function count(result: Measure, paste: Paste, answers: string[]): void {
  const isRight = (id: string | undefined) => id !== undefined && paste.expect.includes(id);
  if (paste.expect.length === 0) {
    result.unknown++;
    if (answers.length === 0) return;
    result.answered++;
    result.misses.push({ paste, answers });
    return;
  }
  result.known++;
  if (answers.length === 0) result.none++;
  if (answers.slice(0, 5).some(isRight)) result.five++;
  if (isRight(answers[0])) result.first++;
  else result.misses.push({ paste, answers });
}

/** The middle of some numbers. */
export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
