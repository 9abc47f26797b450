import { familyOf } from './families.ts';
import { type OpenIndex, openIndex, type WholeIndex } from './open.ts';
import type { CompiledSignature } from './signature.ts';
import { countPairs, countWords, type WholeCounts, wordsOfPair } from './statistics.ts';
import type { MatchIndex } from './types.ts';

/** Entries of a shard. */
const SHARD_ENTRIES = 64;
/** Words of a signature that lead to its shard: its most surprising ones. */
const KEYS = 3;

/** A part of a large index, with what the whole one counts of its words. */
export interface IndexShard extends MatchIndex {
  counts: WholeCounts;
}

/** Says which shards may know a text. */
export interface RouterData {
  format: 1;
  /** Families of the whole index. */
  families: string[];
  /** Each key word to the numbers of the shards that it leads to. */
  keys: Record<string, number[]>;
}

/** An index in parts. */
export interface ShardedIndex {
  router: RouterData;
  shards: IndexShard[];
}

/**
 * Cut an index into parts of neighbours: entries of a family share words, so that a word leads to few parts. For one
 * text the router and the parts that it names (route.ts) are fetched, not the whole.
 *
 * @param size entries of a part.
 */
export function shardIndex(index: MatchIndex, size = SHARD_ENTRIES): ShardedIndex {
  const open = openIndex(index);
  const counts = { words: countWords(open.signatures), pairs: countPairs(open.signatures) };
  const total = [...counts.words.values()].reduce((sum, count) => sum + count, 0);
  const textOf = (word: number): string => open.table.words[word] ?? '';
  const shards = Array.from({ length: Math.ceil(index.entries.length / size) }, (_, number): IndexShard => {
    const own = open.signatures.filter(({ entry }) => Math.floor(entry / size) === number);
    return {
      format: 1,
      entries: index.entries.slice(number * size, (number + 1) * size),
      counts: {
        total,
        words: pickLarger(countWords(own), counts.words, textOf),
        pairs: pickLarger(countPairs(own), counts.pairs, (pair) => wordsOfPair(pair).map(textOf).join(' ')),
      },
    };
  });
  const families = [...new Set(index.entries.map(([id]) => familyOf(id)))];
  return { router: { format: 1, families, keys: keysOf(open, size) }, shards };
}

/** Put parts together; what they say of a text is what the whole index says, as far as its errors are in them. */
export function joinShards(
  router: RouterData,
  shards: readonly IndexShard[],
): { index: MatchIndex; whole: WholeIndex } {
  return {
    index: { format: 1, entries: shards.flatMap(({ entries }) => entries) },
    whole: {
      families: router.families,
      counts: {
        total: shards[0]?.counts.total ?? 0,
        words: Object.assign(Object.create(null), ...shards.map(({ counts }) => counts.words)),
        pairs: Object.assign(Object.create(null), ...shards.map(({ counts }) => counts.pairs)),
      },
    },
  };
}

/** Name what a part counts less often than the whole index does. */
function pickLarger(
  part: ReadonlyMap<number, number>,
  whole: ReadonlyMap<number, number>,
  nameOf: (key: number) => string,
): Record<string, number> {
  const larger = [...part.keys()].filter((key) => (whole.get(key) ?? 0) > (part.get(key) ?? 0));
  return Object.fromEntries(larger.map((key) => [nameOf(key), whole.get(key) ?? 0]));
}

function keysOf({ signatures, table }: OpenIndex, size: number): Record<string, number[]> {
  const keys = new Map<string, Set<number>>();
  for (const signature of signatures) {
    for (const word of mostSurprising(signature)) {
      const text = table.words[word] ?? '';
      keys.set(text, (keys.get(text) ?? new Set()).add(Math.floor(signature.entry / size)));
    }
  }
  const sorted = [...keys].sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([word, shards]) => [word, [...shards]]));
}

function mostSurprising({ words, bits }: CompiledSignature): number[] {
  const each = new Map(words.map((word, i) => [word, bits[i] ?? 0]));
  return [...each]
    .sort((a, b) => b[1] - a[1])
    .slice(0, KEYS)
    .map(([word]) => word);
}
