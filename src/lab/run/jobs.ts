/** The run was given up: what had not begun will not. */
export class Cancelled extends Error {
  override name = 'Cancelled';
}

interface Waiting {
  memory: number;
  start(): void;
  cancel(error: Error): void;
}

/** Runs at most so many pieces of work at a time, and no more than memory allows, in the order in which they came. */
export class Jobs {
  /** How many at a time. */
  readonly limit: number;
  readonly #memory: number;
  readonly #waiting: Waiting[] = [];
  readonly #wantRoom: (() => void)[] = [];
  #running = 0;
  #taken = 0;
  #cancelled: Cancelled | null = null;

  /** @param memory in MiB, for all that runs at the same time. */
  constructor(limit: number, memory = Number.POSITIVE_INFINITY) {
    this.limit = limit;
    this.#memory = memory;
  }

  /**
   * Do a piece of work when there is room for it. One that needs more memory than there is runs alone.
   *
   * @param memory in MiB that it may take.
   * @throws Cancelled where the run was given up before it began.
   */
  async run<T>(work: () => Promise<T>, memory = 0): Promise<T> {
    if (this.#cancelled !== null) throw this.#cancelled;
    if (this.#waiting.length > 0 || !this.#fits(memory)) {
      await new Promise<void>((start, cancel) => this.#waiting.push({ memory, start, cancel }));
    } else this.#take(memory);
    try {
      return await work();
    } finally {
      this.#running--;
      this.#taken -= memory;
      this.#startNext();
    }
  }

  /** Wait until more work would begin at once. */
  async room(): Promise<void> {
    if (this.#cancelled !== null) throw this.#cancelled;
    if (this.#isFull()) await new Promise<void>((resolve) => this.#wantRoom.push(resolve));
  }

  /** Begin nothing more; what runs goes on to its end. */
  cancel(): void {
    this.#cancelled = new Cancelled('the run was given up');
    for (const { cancel } of this.#waiting.splice(0)) cancel(this.#cancelled);
    for (const resolve of this.#wantRoom.splice(0)) resolve();
  }

  #fits(memory: number): boolean {
    return this.#running === 0 || (this.#running < this.limit && this.#taken + memory <= this.#memory);
  }

  #isFull(): boolean {
    return this.#waiting.length > 0 || this.#running >= this.limit;
  }

  #take(memory: number): void {
    this.#running++;
    this.#taken += memory;
  }

  #startNext(): void {
    for (
      let next = this.#waiting[0];
      next !== undefined && this.#fits(next.memory);
      next = this.#waiting[0]
    ) {
      this.#waiting.shift();
      this.#take(next.memory);
      next.start();
    }
    // Whoever is let in adds work of its own before the next one asks.
    if (!this.#isFull()) this.#wantRoom.shift()?.();
  }
}
