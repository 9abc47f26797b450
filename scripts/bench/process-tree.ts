import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** What a command took. */
export interface Usage {
  /** Wall-clock seconds. */
  seconds: number;
  /** Largest sum of the resident sizes of the process and all below it, in MiB; pages they share count for each. */
  peakMebibytes: number;
  /** Processor seconds of the whole tree, to the last sample: what a busy machine does not blur. */
  cpuSeconds: number;
  /** When each line of output came, in seconds from the start. */
  lines: { text: string; at: number }[];
  exit: number;
}

const SAMPLE_MILLISECONDS = 100;
const PAGE_KIBIBYTES = 4;
const TICKS_A_SECOND = 100;

/** Run a command and measure its whole process tree. Linux alone tells of memory and processor; elsewhere they are 0. */
export function measure(command: string, args: string[], env: Record<string, string>): Promise<Usage> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    const seconds = (): number => (performance.now() - start) / 1000;
    const child = spawn(command, args, {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const lines: Usage['lines'] = [];
    for (const stream of [child.stdout, child.stderr])
      createInterface(stream).on('line', (text) => lines.push({ text, at: seconds() }));
    let [peak, ticks] = [0, 0];
    const timer = setInterval(() => {
      const now = sampleTree(child.pid ?? 0);
      peak = Math.max(peak, now.kibibytes);
      ticks = Math.max(ticks, now.ticks);
    }, SAMPLE_MILLISECONDS);
    child.on('error', reject).on('close', (code) => {
      clearInterval(timer);
      resolve({
        seconds: seconds(),
        peakMebibytes: peak / 1024,
        cpuSeconds: ticks / TICKS_A_SECOND,
        lines,
        exit: code ?? 1,
      });
    });
  });
}

/** Resident size and processor time of a process and all below it. */
function sampleTree(root: number): { kibibytes: number; ticks: number } {
  const all = new Map(
    listProcesses()
      .flatMap((pid) => readProcess(pid) ?? [])
      .map((one) => [one.pid, one]),
  );
  const isBelow = (pid: number): boolean => pid === root || isBelowKnown(all.get(pid)?.parent);
  const isBelowKnown = (pid: number | undefined): boolean => pid !== undefined && isBelow(pid);
  const tree = [...all.values()].filter(({ pid }) => isBelow(pid));
  return {
    kibibytes: tree.reduce((total, one) => total + one.kibibytes, 0),
    ticks: tree.reduce((total, one) => total + one.ticks, 0),
  };
}

interface Process {
  pid: number;
  parent: number;
  kibibytes: number;
  /** Its own and those of its ended children. */
  ticks: number;
}

/** Read a process; null where it ended between the listing and the reading. See proc(5). */
function readProcess(pid: number): Process | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // After the command, which stands in brackets and may hold anything: state, parent, …
    const fields = stat
      .slice(stat.lastIndexOf(')') + 2)
      .split(' ')
      .map(Number);
    const resident = Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]);
    const ticks = fields.slice(11, 15).reduce((total, value) => total + value, 0);
    return { pid, parent: fields[1] ?? 0, kibibytes: resident * PAGE_KIBIBYTES, ticks };
  } catch {
    return null;
  }
}

function listProcesses(): number[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map(Number);
  } catch {
    return [];
  }
}
