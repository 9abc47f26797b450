// Loads the match index: a small one whole, of a large one what says which of its parts a text needs, and those parts.
import type { MatchManifest } from '../export/match/match-index.ts';
import { createMatcher, type Matcher } from '../match/matcher.ts';
import { parseIndex } from '../match/pack.ts';
import { createRouter } from '../match/route.ts';
import { type IndexShard, joinShards, type RouterData } from '../match/shards.ts';

/** An index ready to be asked. */
export interface LoadedIndex {
  /** Give the matcher for a text; it may have to fetch parts of the index first. */
  matcherFor(text: string): Promise<Matcher>;
}

/**
 * Load an index.
 *
 * @param fetchJson fetches a file by its path below the base of the site. Which parts are fetched tells the server of
 *   which shelf an error is, as the address of an entry does; of the text it tells nothing more.
 */
export async function loadIndex(fetchJson: (path: string) => Promise<unknown>): Promise<LoadedIndex> {
  const { index, parts } = (await fetchJson('v1/match.json')) as MatchManifest;
  if (parts === null) {
    const matcher = createMatcher(parseIndex(await fetchJson(index)));
    return { matcherFor: async () => matcher };
  }
  const router = (await fetchJson(parts.router)) as RouterData;
  const route = createRouter(router);
  const shards = new Map<number, Promise<IndexShard>>();
  const shardOf = (number: number): Promise<IndexShard> => {
    const shard = shards.get(number) ?? (fetchJson(parts.shards[number] ?? '') as Promise<IndexShard>);
    shards.set(number, shard);
    // What failed for want of a network is tried again.
    shard.catch(() => shards.delete(number));
    return shard;
  };
  let last: { key: string; matcher: Matcher } | null = null;
  return {
    matcherFor: async (text) => {
      const numbers = route(text).sort((a, b) => a - b);
      const key = numbers.join();
      if (last?.key !== key) {
        const { index: joined, whole } = joinShards(router, await Promise.all(numbers.map(shardOf)));
        last = { key, matcher: createMatcher(joined, whole) };
      }
      return last.matcher;
    },
  };
}
