import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { cacheFolder } from '../provision/cache.ts';

/** Seconds that a trial of each piece of an entry took when it last ran on this machine. */
export class Durations {
  readonly #path: string;
  readonly known: Map<string, number>;
  readonly #sums = new Map<string, { seconds: number; trials: number }>();

  private constructor(path: string, known: Map<string, number>) {
    this.#path = path;
    this.known = known;
  }

  /** Read what was noted; what cannot be read is as good as nothing. */
  static async open(entry: string, folder: string = join(cacheFolder(), 'durations')): Promise<Durations> {
    const path = join(folder, `${entry.replace('/', '--')}.json`);
    try {
      const noted: Record<string, number> = JSON.parse(await readFile(path, 'utf8'));
      return new Durations(path, new Map(Object.entries(noted)));
    } catch {
      return new Durations(path, new Map());
    }
  }

  /** Note how long a trial took. */
  note(key: string, seconds: number): void {
    const sum = this.#sums.get(key) ?? { seconds: 0, trials: 0 };
    this.#sums.set(key, { seconds: sum.seconds + seconds, trials: sum.trials + 1 });
  }

  /** Write the means of this run over those of earlier ones. */
  async save(): Promise<void> {
    if (this.#sums.size === 0) return;
    const means = [...this.#sums].map(
      ([key, { seconds, trials }]) => [key, round(seconds / trials)] as const,
    );
    await mkdir(dirname(this.#path), { recursive: true });
    await writeFile(this.#path, JSON.stringify(Object.fromEntries([...this.known, ...means])));
  }
}

function round(seconds: number): number {
  return Math.round(seconds * 100) / 100;
}
