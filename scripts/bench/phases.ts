import type { Usage } from './process-tree.ts';

/** The phases of a build, each with the line of its log that ends it. */
const ENDS: readonly [string, RegExp][] = [
  ['load', /Synced content/],
  ['bundle', /generating static routes/],
  ['pages', /\u2713 Completed in .*\.$/],
  ['exports', /\[exports\]/],
  ['search', /\[search-index\]/],
];

/**
 * Tell how long each phase of a build took.
 *
 * @returns phase to seconds; one whose end was not seen is left out
 */
export function phasesOf({ lines, seconds }: Usage): Record<string, number> {
  const phases: Record<string, number> = {};
  let [from, next] = [0, 0];
  for (const [name, end] of ENDS) {
    const index = lines.findIndex((line, at) => at >= next && end.test(line.text));
    const line = lines[index];
    if (line === undefined) continue;
    phases[name] = line.at - from;
    [from, next] = [line.at, index + 1];
  }
  return { ...phases, rest: seconds - from };
}
