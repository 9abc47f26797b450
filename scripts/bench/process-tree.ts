import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What a command took. */
export interface Usage {
  /** Wall-clock seconds. */
  seconds: number;
  /** Largest sum of the resident sizes of the process and all below it, in MiB; pages they share count for each. */
  peakMebibytes: number;
  exit: number;
  output: string;
}

const SAMPLE_MILLISECONDS = 100;
const PAGE_KIBIBYTES = 4;

/** Run a command and measure its whole process tree. Linux alone has the figures of memory; elsewhere they are 0. */
export function measure(command: string, args: string[], env: Record<string, string>): Promise<Usage> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const output: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk));
    let peak = 0;
    const timer = setInterval(() => {
      peak = Math.max(peak, residentKibibytes(child.pid ?? 0));
    }, SAMPLE_MILLISECONDS);
    child.on('error', reject).on('close', (code) => {
      clearInterval(timer);
      resolve({
        seconds: (performance.now() - start) / 1000,
        peakMebibytes: peak / 1024,
        exit: code ?? 1,
        output: Buffer.concat(output).toString('utf8'),
      });
    });
  });
}

function residentKibibytes(root: number): number {
  const parents = new Map<number, number>();
  const sizes = new Map<number, number>();
  for (const name of listProcesses()) {
    const pid = Number(name);
    try {
      // Fields after the command, which stands in brackets and may hold anything: state, parent, …
      const [, parent = '0'] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
      const [, resident = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
      parents.set(pid, Number(parent));
      sizes.set(pid, Number(resident) * PAGE_KIBIBYTES);
    } catch {
      // It ended between the listing and the reading.
    }
  }
  const isBelow = (pid: number): boolean =>
    pid === root || (parents.has(pid) && isBelow(parents.get(pid) ?? 0));
  return [...sizes].reduce((total, [pid, size]) => (isBelow(pid) ? total + size : total), 0);
}

function listProcesses(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}
