import type { Facts } from '../../entry/schema/facts.ts';
import { compileSignatures } from '../../entry/signature-pattern.ts';

/** What the lab writes for a duration stands for one of these. */
const DURATIONS = ['1ms', '1 ms', '1s', '1 s', '1.5s', '1.5 s', '1.5 seconds'];

/** Judges what excerpts of results show. */
export interface ExcerptReader {
  /** Whether a signature can be seen; what stands in the place of what varies may be anything. */
  shows(excerpt: string): boolean;
  /** Whether a signature stands there for certain, as the lab looks for it. */
  surelyShows(excerpt: string): boolean;
}

/**
 * Make a reader of excerpts of one entry. They are normalised: a port may read `<port>` there and `30000ms`
 * `<duration>`, so that a placeholder may stand for anything when the question is whether one can be seen.
 */
export function readExcerpts({ signatures, placeholders }: Facts): ExcerptReader {
  const strict = compileSignatures(signatures, placeholders);
  const anything = Object.entries(placeholders).map(([name, one]) => [
    name,
    { ...one, kind: 'text' as const },
  ]);
  const loose = compileSignatures(signatures, Object.fromEntries(anything));
  const surelyShows = (excerpt: string): boolean => strict.match(excerpt) !== null;
  const shows = (excerpt: string): boolean =>
    [excerpt, ...DURATIONS.map((duration) => excerpt.replaceAll('<duration>', duration))].some(
      (text) => loose.match(text) !== null,
    );
  // Hundreds of trials print the same few texts.
  return { surelyShows: remember(surelyShows), shows: remember(shows) };
}

function remember(judge: (excerpt: string) => boolean): (excerpt: string) => boolean {
  const known = new Map<string, boolean>();
  return (excerpt) => {
    const judged = known.get(excerpt) ?? judge(excerpt);
    known.set(excerpt, judged);
    return judged;
  };
}
