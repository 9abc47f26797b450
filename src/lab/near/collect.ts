import type { Facts } from '../../entry/schema/facts.ts';
import { normalise } from '../results/normalise.ts';
import { formatNearMiss } from './format.ts';
import { type NearMiss, nearMissFinder } from './near-miss.ts';

/** Where something was printed. */
export interface PrintedAt {
  environment: string;
  cause: string;
  locale: string | undefined;
}

interface Collected extends PrintedAt {
  miss: NearMiss;
  /** How many more environments and causes printed it. */
  more: Set<string>;
}

/** How many are told of an entry; what else there is, is likely one more of the same kind. */
const MOST = 8;

/** Gathers what came close to the signatures of an entry during a run, each wording once. */
export class NearMisses {
  readonly #find: (output: string) => NearMiss[];
  readonly #file: string;
  readonly #found = new Map<string, Collected>();

  /** @param file that has the signatures, as it is told to the reader. */
  constructor(facts: Pick<Facts, 'signatures' | 'placeholders'>, file: string) {
    this.#find = nearMissFinder(facts);
    this.#file = file;
  }

  /**
   * Look at what was printed.
   *
   * @returns what came close and was not seen before, in words.
   */
  add(output: string, at: PrintedAt): string[] {
    return this.#find(output).flatMap((miss) => {
      const key = `${miss.signature}\n${normalise(miss.printed).trim()}`;
      const place = `${at.environment} ${at.cause}`;
      const known = this.#found.get(key);
      if (known !== undefined) {
        known.more.add(place);
        return [];
      }
      const collected = { ...at, miss, more: new Set([place]) };
      this.#found.set(key, collected);
      return [this.#tell(collected)];
    });
  }

  /** Tell all of them, the closest first. */
  tellAll(): string[] {
    const all = [...this.#found.values()].sort(
      (a, b) => b.miss.alignment.similarity - a.miss.alignment.similarity,
    );
    const told = all.slice(0, MOST).map((one) => this.#tell(one));
    if (all.length > MOST) told.push(`${all.length - MOST} more messages come close to a signature`);
    return told;
  }

  #tell({ miss, environment, cause, locale, more }: Collected): string {
    const others = more.size > 1 ? ` and ${more.size - 1} more` : '';
    return formatNearMiss(miss, `${environment} ${cause}${others}`, this.#file, locale);
  }
}
