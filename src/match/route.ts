import { isQuery } from './query.ts';
import { scanSegments } from './scan.ts';
import type { RouterData } from './shards.ts';
import { WordTable } from './words.ts';

/** Shards that one text may need at most: it bounds what one search fetches. */
const MOST_SHARDS = 8;
/** Shards that one line may name, and what each must have of the best one's bits. */
const MOST_OF_LINE = 3;
const LEAST_OF_BEST = 0.5;

/** Names, for a text, the numbers of the shards that may know it, likeliest first. */
export type Router = (text: string) => number[];

/**
 * Make a router. A line names the shards to which its rarest key words lead: each word counts the bits by which it
 * narrows the shards. One pass over the text, memory bounded by the router.
 */
export function createRouter({ keys }: RouterData): Router {
  const table = new WordTable();
  const leads: { shards: readonly number[]; bits: number }[] = [];
  const count = 1 + Object.values(keys).reduce((most, list) => Math.max(most, ...list), 0);
  for (const [word, shards] of Object.entries(keys)) {
    leads[table.add(word)] = { shards, bits: Math.log2(1 + count / shards.length) };
  }
  const parts = table.withParts();
  return (text) => {
    const best = new Map<number, number>();
    for (const { ids } of scanSegments(text, isQuery(text) ? parts : table)) {
      const line = new Map<number, number>();
      for (const id of new Set(ids)) {
        const lead = leads[id];
        for (const shard of lead?.shards ?? []) line.set(shard, (line.get(shard) ?? 0) + (lead?.bits ?? 0));
      }
      const ranked = [...line].sort((a, b) => b[1] - a[1]).slice(0, MOST_OF_LINE);
      for (const [shard, bits] of ranked) {
        if (bits < LEAST_OF_BEST * (ranked[0]?.[1] ?? 0)) break;
        best.set(shard, Math.max(best.get(shard) ?? 0, bits));
      }
    }
    return [...best]
      .sort((a, b) => b[1] - a[1])
      .slice(0, MOST_SHARDS)
      .map(([shard]) => shard);
  };
}
