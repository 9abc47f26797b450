import { createHash } from 'node:crypto';
import type { Options, Shard } from '../cli/options.ts';
import type { LabEntry } from '../read.ts';
import { planEntry } from '../run/plan.ts';
import { changedEntries } from './changed.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

type Wanted = Pick<
  Options,
  'content' | 'changed' | 'stale' | 'sample' | 'seed' | 'shard' | 'filters' | 'fresh'
>;

/** Narrow entries down to those that the command line asks for. The same files and options give the same ones. */
export function selectEntries(entries: readonly LabEntry[], wanted: Wanted, now: Date): LabEntry[] {
  let selected = [...entries];
  if (wanted.changed !== undefined) {
    const changed = changedEntries(wanted.content, wanted.changed);
    selected = selected.filter(({ id }) => changed.has(id));
  }
  if (wanted.stale !== null) selected = selected.filter((entry) => isStale(entry, wanted.stale ?? 0, now));
  if (wanted.sample !== null) {
    const turn = wanted.seed ?? Math.floor(now.getTime() / DAY_MS);
    selected = sampleOf(selected, wanted.sample, turn);
  }
  if (wanted.shard !== null) selected = shardOf(selected, wanted.shard, (entry) => trialsOf(entry, wanted));
  return selected;
}

/** Tell whether an entry was measured more than so many days ago, or never. */
export function isStale({ previous }: Pick<LabEntry, 'previous'>, days: number, now: Date): boolean {
  return previous === null || now.getTime() - Date.parse(previous.date) > days * DAY_MS;
}

/**
 * Take a sample that moves on each turn, in an order that has nothing to do with names, so that all
 * entries come up once before any comes up again.
 */
export function sampleOf<T extends { id: string }>(entries: readonly T[], count: number, turn: number): T[] {
  const shuffled = entries.toSorted((a, b) => (hash(a.id) < hash(b.id) ? -1 : 1));
  if (count >= shuffled.length) return [...entries];
  const start = (turn * count) % shuffled.length;
  const taken = new Set([...shuffled, ...shuffled].slice(start, start + count));
  return entries.filter((entry) => taken.has(entry));
}

/**
 * Take one of several parts of about the same weight: the heaviest entry first, each to the part that is
 * lightest so far. Entries are never divided, so that results of parts are joined by copying files.
 */
export function shardOf<T extends { id: string }>(
  entries: readonly T[],
  { index, count }: Shard,
  weigh: (entry: T) => number,
): T[] {
  const weighed = entries.map((entry) => ({ entry, weight: weigh(entry) }));
  weighed.sort((a, b) => b.weight - a.weight || (a.entry.id < b.entry.id ? -1 : 1));
  const sums = Array.from({ length: count }, () => 0);
  const mine = new Set<T>();
  for (const { entry, weight } of weighed) {
    const lightest = sums.indexOf(Math.min(...sums));
    // An entry with nothing to run is read all the same.
    sums[lightest] = (sums[lightest] ?? 0) + Math.max(weight, 1);
    if (lightest === index - 1) mine.add(entry);
  }
  return entries.filter((entry) => mine.has(entry));
}

function trialsOf(entry: LabEntry, { filters, fresh }: Wanted): number {
  const { environment, cause, remedy } = filters;
  const pieces = planEntry(entry, { environments: environment, causes: cause, remedies: remedy, fresh });
  return pieces.reduce((sum, { trials }) => sum + trials, 0);
}

function hash(id: string): string {
  return createHash('sha256').update(id).digest('hex');
}
