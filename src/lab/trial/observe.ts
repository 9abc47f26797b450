import { setTimeout as sleep } from 'node:timers/promises';
import { stripVTControlCharacters } from 'node:util';
import type { SignatureMatch } from '../../entry/signature-pattern.ts';
import { shellWord } from '../sandbox/namespace.ts';
import type { SandboxProcess } from '../sandbox/sandbox.ts';
import type { Bench } from './bench.ts';
import { homePath } from './command.ts';
import { watchReady } from './ready.ts';
import { type Run, serves } from './run.ts';

/** What the failing program did, once. */
export interface Observation {
  /** Exit status; null while it still runs. */
  exit: number | null;
  /** It ended with 0, or serves and is ready. */
  well: boolean;
  /** What it printed, both streams as they came. */
  own: string;
  /** New lines of the log files that count. */
  logs: string;
  /** A signature in its own output. */
  printed: SignatureMatch | null;
  /** A signature in its output or in the new lines of the logs: the most specific one. */
  shown: SignatureMatch | null;
}

const READY_MS = 15_000;
/** A program that looks ready and then fails does so at once. */
const SETTLE_MS = 400;
/** How long a program that printed the error and still runs may take to end. */
const DYING_MS = 1500;
/** A program without a sign of readiness counts as serving once it has lived this long. */
const ALIVE_MS = 1500;
/** Log lines may come after the answer. */
const LOG_MS = 300;
const POLL_MS = 50;
/** Reading what was printed starts programs in the sandbox: it is done less often. */
const READ_MS = 400;
const READ_LIMIT = 65_536;
/** Nothing that is written to a file takes longer to read. */
const LOG_SECONDS = 5;

/** Runs the failing program, again and again; what still serves from the time before is ended first. */
export class Runner {
  readonly #bench: Bench;
  #serving: SandboxProcess | null = null;

  constructor(bench: Bench) {
    this.#bench = bench;
  }

  /** Run it once and watch. */
  async observe(run: Run): Promise<Observation> {
    await this.stop();
    const sizes = await this.#logSizes();
    const seen = serves(run) ? await this.#serve(run) : await this.#runToEnd(run);
    return this.#judge({ ...seen, own: stripVTControlCharacters(seen.own) }, sizes);
  }

  /** End the program that serves. */
  async stop(): Promise<void> {
    if (this.#serving !== null) await this.#bench.end(this.#serving);
    this.#serving = null;
  }

  async #runToEnd(run: Exclude<Run, { serve: string }>): Promise<Pick<Observation, 'exit' | 'well' | 'own'>> {
    const process = this.#bench.startRun(run);
    const exit = await process.exited;
    return { exit, well: exit === 0, own: await this.#bench.sandbox.read(process) };
  }

  async #serve(run: Extract<Run, { serve: string }>): Promise<Pick<Observation, 'exit' | 'well' | 'own'>> {
    const { sandbox } = this.#bench;
    const readiness = await watchReady(sandbox, run.ready);
    const process = this.#bench.startRun(run);
    this.#serving = process;
    const isReady = run.ready && (() => readiness.isReady(process, undefined));
    const ready = await this.#untilDecided(process, isReady);
    const own = await sandbox.read(process);
    const alive = process.status === undefined;
    const daemon = process.status === 0 && ready;
    return {
      exit: process.status ?? null,
      well: (alive || daemon) && (ready || run.ready === undefined),
      own,
    };
  }

  /** Wait until the program is ready and stays so, has ended, or has shown the error and lives on. */
  async #untilDecided(
    process: SandboxProcess,
    isReady: (() => Promise<boolean>) | undefined,
  ): Promise<boolean> {
    const { sandbox, setting } = this.#bench;
    const limit = Date.now() + (isReady === undefined ? ALIVE_MS : READY_MS);
    let nextRead = 0;
    let dead = Number.POSITIVE_INFINITY;
    while (Date.now() < Math.min(limit, dead)) {
      if (await isReady?.()) {
        await Promise.race([process.exited, sleep(SETTLE_MS)]);
        return true;
      }
      if (process.status !== undefined && process.status !== 0) return false;
      if (dead === Number.POSITIVE_INFINITY && Date.now() >= nextRead) {
        nextRead = Date.now() + READ_MS;
        if (setting.matcher.match(stripVTControlCharacters(await sandbox.read(process))) !== null)
          dead = Date.now() + DYING_MS;
      }
      await sleep(POLL_MS);
    }
    return false;
  }

  async #judge(
    seen: Pick<Observation, 'exit' | 'well' | 'own'>,
    sizes: ReadonlyMap<string, number>,
  ): Promise<Observation> {
    const { matcher } = this.#bench.setting;
    const printed = matcher.match(seen.own);
    const end = Date.now() + LOG_MS;
    let logs = await this.#newLines(sizes);
    while (sizes.size > 0 && matcher.match(logs) === null && Date.now() < end) {
      await sleep(POLL_MS);
      logs = await this.#newLines(sizes);
    }
    return { ...seen, logs, printed, shown: matcher.match(logs === '' ? seen.own : `${seen.own}\n${logs}`) };
  }

  async #logSizes(): Promise<Map<string, number>> {
    const sizes = new Map<string, number>();
    for (const read of this.#bench.setting.scenario.reads) {
      const path = this.#bench.logOf(read) ?? homePath(read);
      const size = await this.#bench.sandbox.ask(sizeOf(shellWord(path)));
      sizes.set(path, Number(size.toString('utf8')) || 0);
    }
    return sizes;
  }

  /** Read what was appended; a file that became shorter was begun anew. */
  async #newLines(sizes: ReadonlyMap<string, number>): Promise<string> {
    const texts: string[] = [];
    for (const [path, size] of sizes) {
      const word = shellWord(path);
      const text = await this.#bench.sandbox.ask(
        `s=${size}; n=$(${sizeOf(word)}); [ "\${n:-0}" -ge $s ] || s=0; [ -f ${word} ] && timeout ${LOG_SECONDS} tail -c +$((s+1)) -- ${word} | tail -c ${READ_LIMIT}`,
      );
      texts.push(text.toString('utf8'));
    }
    return texts.join('');
  }
}

/** Write the command that prints the size of a log. Pipes and devices, which never end, count as empty. */
function sizeOf(word: string): string {
  return `[ -f ${word} ] && stat -L -c %s -- ${word}`;
}
