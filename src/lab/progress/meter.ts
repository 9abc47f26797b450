import type { Piece } from '../run/plan.ts';

/** Seconds that a trial takes where nothing is known yet: most wait a second or two for services. */
const USUAL_SECONDS = 2.5;
/** After so many trials the run itself says how good the estimates are. */
const ENOUGH = 5;

interface Remaining {
  trials: number;
  /** Seconds that one takes, by an earlier run; null where there was none. */
  seconds: number | null;
}

/** Knows how much of a run is done, and estimates how long the rest will take. */
export class Meter {
  readonly #remaining = new Map<string, Remaining>();
  readonly #jobs: number;
  readonly #start: number;
  readonly #now: () => number;
  #done = 0;
  /** Trials of this run, without those that an earlier one had finished. */
  #ran = 0;
  #busySeconds = 0;
  #expectedSeconds = 0;

  /** @param now in milliseconds. */
  constructor(jobs: number, now: () => number = Date.now) {
    this.#jobs = jobs;
    this.#now = now;
    this.#start = now();
  }

  /** Add what an entry has to be tried. */
  add(entry: string, pieces: readonly Piece[], known: ReadonlyMap<string, number>): void {
    for (const { key, trials } of pieces) {
      this.#remaining.set(`${entry} ${key}`, { trials, seconds: known.get(key) ?? null });
    }
  }

  /** Count a trial; `seconds` is null where an earlier run had finished it. */
  trial(entry: string, key: string, seconds: number | null): void {
    const piece = this.#remaining.get(`${entry} ${key}`);
    this.#done++;
    if (seconds !== null) {
      this.#ran++;
      this.#busySeconds += seconds;
      this.#expectedSeconds += piece?.seconds ?? seconds;
    }
    if (piece !== undefined && --piece.trials <= 0) this.#remaining.delete(`${entry} ${key}`);
  }

  /** Take away what will not be tried: a piece, and all below it. */
  drop(entry: string, key: string): void {
    const name = `${entry} ${key}`;
    for (const other of this.#remaining.keys()) {
      if (other === name || other.startsWith(`${name} `)) this.#remaining.delete(other);
    }
  }

  get done(): number {
    return this.#done;
  }

  get ran(): number {
    return this.#ran;
  }

  /** Seconds that all trials of this run took together. */
  get busySeconds(): number {
    return this.#busySeconds;
  }

  /** Trials done and still to do, as far as known. */
  get total(): number {
    return [...this.#remaining.values()].reduce((sum, { trials }) => sum + trials, this.#done);
  }

  get elapsedSeconds(): number {
    return (this.#now() - this.#start) / 1000;
  }

  /**
   * Estimate the seconds that are left: what earlier runs took, or the mean of this one, corrected by how
   * this run compares, over as many trials at a time as there really were.
   */
  get secondsLeft(): number {
    const mean = this.#ran === 0 ? USUAL_SECONDS : this.#busySeconds / this.#ran;
    const correction =
      this.#ran < ENOUGH || this.#expectedSeconds === 0 ? 1 : this.#busySeconds / this.#expectedSeconds;
    const work = [...this.#remaining.values()].reduce(
      (sum, { trials, seconds }) => sum + trials * (seconds === null ? mean : seconds * correction),
      0,
    );
    return work / this.#parallel();
  }

  #parallel(): number {
    if (this.#ran < ENOUGH || this.elapsedSeconds === 0) return this.#jobs;
    return Math.min(this.#jobs, Math.max(0.5, this.#busySeconds / this.elapsedSeconds));
  }
}
