import type { ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Provisioned } from '../provision/environment.ts';
import { type ControlGroup, makeControlGroup } from './cgroup.ts';
import {
  AGENT_FOLDER,
  enterCommand,
  FILTER_FILE,
  MOUNT_POINTS,
  openCommands,
  type SandboxPlan,
} from './enter.ts';
import type { Limits } from './limits.ts';
import { readLines } from './lines.ts';
import { watchMemory } from './memory-watch.ts';
import { enterNamespace, shellWord } from './namespace.ts';
import { endProcess, firstChild, type HostProcess } from './process.ts';
import { seccompFilter } from './seccomp.ts';
import { sandboxPrefix } from './sweep.ts';

/** A program that was started in a sandbox. */
export interface SandboxProcess {
  id: string;
  /** Its id in the sandbox; it leads a session and a process group of its own. */
  pid: Promise<number>;
  /** Its exit status, 128 + n after signal n; null where the sandbox ended first. */
  exited: Promise<number | null>;
  /** Exit status so far: undefined while it runs. */
  status: number | null | undefined;
}

/** The sandbox ended while something was still to be done in it: its time was over, or it was closed. */
export class SandboxEnded extends Error {
  override name = 'SandboxEnded';
}

const open = new Set<Sandbox>();
/** Those under way to being open. */
const starting = new Set<Promise<Sandbox>>();
let stopping = false;

/** Process ids in a sandbox begin above this one, so that they can be told from other numbers; see `normalise`. */
const LAST_PID = 27_000;

/** What ran in a sandbox may hold the ends of these streams: no line of theirs grows without bound. */
const LONGEST_ANSWER = 16 * 1024 * 1024;
const LONGEST_EVENT = 1024;
const LONGEST_COMPLAINT = 16 * 1024;

/** How long the end of a sandbox may take whose processes hang in the kernel. */
const CLOSE_MS = 10_000;

/** Where the host runs out of memory, it ends what runs in sandboxes first; see proc_pid_oom_score_adj(5). */
const FIRST_TO_END = '1000';

/** Tell whether the lab was told to stop. */
export function isStopping(): boolean {
  return stopping;
}

/** End every sandbox of this process, for when it is told to stop; no other can be started then. */
export async function closeAllSandboxes(): Promise<void> {
  stopping = true;
  await Promise.allSettled(starting);
  await Promise.all([...open].map((sandbox) => sandbox.close()));
}

/**
 * A throw-away root file system with processes and a network of its own. It is driven by a shell
 * inside, which reads commands from its standard input, answers on its standard output and tells on
 * descriptor 3 what became of the programs that it started.
 */
export class Sandbox {
  readonly #child: ChildProcess;
  readonly #folder: string;
  readonly #group: ControlGroup | null;
  readonly #answers: ((line: string | null) => void)[] = [];
  readonly #processes = new Map<string, { started(pid: number): void; ended(code: number | null): void }>();
  #closed: Promise<void> | null = null;
  #gone = false;
  #count = 0;
  /** Its first process, with which all others end. */
  #first: HostProcess | null = null;
  #said = '';

  private constructor(child: ChildProcess, folder: string, group: ControlGroup | null) {
    this.#child = child;
    this.#folder = folder;
    this.#group = group;
    child.stderr?.on('data', (data: Buffer) => {
      if (this.#said.length < LONGEST_COMPLAINT) this.#said += data;
    });
    child.stdin?.on('error', () => {});
    child.once('exit', () => this.#lose());
    const flooded = (): void => this.#end();
    if (child.stdout)
      readLines(child.stdout, LONGEST_ANSWER, (line) => this.#answers.shift()?.(line), flooded);
    const events = child.stdio[3];
    if (events && 'read' in events) readLines(events, LONGEST_EVENT, (line) => this.#tell(line), flooded);
  }

  /**
   * Start a sandbox over the root file system of an environment.
   *
   * @throws Error with what was printed where the host does not allow it.
   */
  static async start(
    provisioned: Pick<Provisioned, 'root' | 'mounts'>,
    limits: Limits,
    bwrap: string,
  ): Promise<Sandbox> {
    if (stopping) throw new SandboxEnded('the lab is stopping');
    const start = Sandbox.#open(provisioned, limits, bwrap);
    starting.add(start);
    return start.finally(() => starting.delete(start));
  }

  static async #open(
    provisioned: Pick<Provisioned, 'root' | 'mounts'>,
    limits: Limits,
    bwrap: string,
  ): Promise<Sandbox> {
    const name = `${sandboxPrefix()}${randomBytes(5).toString('hex')}`;
    const folder = await makeFolder(provisioned.mounts.length);
    const group = await makeControlGroup(name, limits.memory + limits.disk, limits.processes * 2);
    const { root, mounts } = provisioned;
    const plan: SandboxPlan = { folder, bwrap, root, mounts, limits, filtered: await writeFilter(folder) };
    const child = await enterNamespace({
      before: openCommands(plan),
      program: enterCommand(plan),
      stdio: ['pipe', 'pipe', 'pipe', 'pipe'],
      confine: async (pid) => {
        await writeFile(`/proc/${pid}/oom_score_adj`, FIRST_TO_END).catch(() => {});
        await group?.add(pid);
      },
    }).catch(async (error: unknown) => {
      await group?.remove();
      await rm(folder, { recursive: true, force: true });
      throw error;
    });
    const sandbox = new Sandbox(child, folder, group);
    open.add(sandbox);
    if (group === null && child.pid !== undefined) {
      const end = watchMemory(child.pid, limits.memory, () => sandbox.#end());
      child.once('exit', end);
    }
    await sandbox.ask(`echo ${LAST_PID} > /proc/sys/kernel/ns_last_pid`).catch(async (error: unknown) => {
      await sandbox.close();
      throw new Error(sandbox.#said.trim() || String(error));
    });
    sandbox.#first = firstChild(child.pid);
    return sandbox;
  }

  /** Whether it was closed from here, rather than by what ran in it. */
  get isClosed(): boolean {
    return this.#closed !== null;
  }

  /** Run shell commands as its root, to their end, and return what they print on standard output. */
  async ask(script: string): Promise<Buffer> {
    const line = await new Promise<string | null>((resolve) => {
      if (this.#gone) return resolve(null);
      this.#answers.push(resolve);
      this.#send(`{ ${script}\n} </dev/null 2>/dev/null 3>&- | base64 -w0; echo`);
    });
    if (line === null) throw new SandboxEnded('the sandbox ended');
    return Buffer.from(line, 'base64');
  }

  /** Write a file, its folders included. */
  async write(path: string, data: string | Buffer, owner = '0:0', mode = '644'): Promise<void> {
    const word = shellWord(path);
    const [user, group] = owner.split(':');
    const own = `--owner ${user} --group ${group}`;
    await this.ask(
      `dir=$(dirname -- ${word}); [ -d "$dir" ] || setpriv --reuid ${user} --regid ${group} --clear-groups mkdir -p -- "$dir" || mkdir -p -- "$dir"
printf %s ${Buffer.from(data).toString('base64')} | base64 -d > ${AGENT_FOLDER}/file
install ${own} --mode ${mode} -T -- ${AGENT_FOLDER}/file ${word}`,
    );
  }

  /**
   * Start a shell script as its root, in the background; what it prints goes to files of its own.
   * The script itself gives up its rights, see `userScript`.
   *
   * @param tells whether it keeps descriptor 3, to tell of what it does for `expect`.
   */
  start(script: string, tells = false): SandboxProcess {
    const process = this.expect();
    const { id } = process;
    const encoded = Buffer.from(script).toString('base64');
    const descriptor = tells ? '' : ' 3>&-';
    this.#send(
      `printf %s ${encoded} | base64 -d > ${id}.sh
( setsid sh ${id}.sh >${id}.out 2>${id}.err${descriptor} & p=$!; echo "pid ${id} $p" >&3; wait $p; echo "exit ${id} $?" >&3 ) </dev/null >/dev/null 2>&1 &`,
    );
    return process;
  }

  /** Wait for what will be told on descriptor 3 about a program, or a step of one, with a new id. */
  expect(): SandboxProcess {
    const id = String(++this.#count);
    const process: SandboxProcess = {
      id,
      status: undefined,
      pid: Promise.resolve(0),
      exited: Promise.resolve(null),
    };
    process.pid = new Promise((started) => {
      process.exited = new Promise((ended) => {
        const end = (code: number | null): void => {
          process.status = code;
          started(0);
          ended(code);
        };
        this.#processes.set(id, { started, ended: end });
        if (this.#gone) end(null);
      });
    });
    return process;
  }

  /**
   * Put a process of the host under its limits, so that it may enter.
   *
   * @returns the host id of a process in it.
   * @throws SandboxEnded where there is none any more.
   */
  async admit(pid: number): Promise<number> {
    const inside = firstChild(this.#child.pid);
    if (inside === null) throw new SandboxEnded('the sandbox ended');
    await this.#group?.add(pid);
    return inside.pid;
  }

  /** Read the tables of its TCP sockets, as /proc/net/tcp and tcp6 have them; empty once it has ended. */
  async sockets(): Promise<string> {
    const tables = ['tcp', 'tcp6'].map((name) => readFile(`/proc/${this.#first?.pid}/net/${name}`, 'utf8'));
    return (await Promise.all(tables.map((table) => table.catch(() => '')))).join('');
  }

  /** Read what a process printed so far, at most the last `limit` bytes of it. */
  async read(process: SandboxProcess, stream: 'out' | 'err' = 'out', limit = 65_536): Promise<string> {
    return (await this.ask(`tail -c ${limit} ${process.id}.${stream}`)).toString('utf8');
  }

  /** End all that runs in it and take it away. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    if (!this.#gone) {
      const gone = new Promise<void>((resolve) => this.#child.once('close', () => resolve()));
      this.#end();
      this.#child.stdin?.destroy();
      const late = new AbortController();
      await Promise.race([gone, sleep(CLOSE_MS, undefined, late).catch(() => {})]);
      late.abort();
    }
    endProcess(this.#first);
    await this.#group?.remove();
    await rm(this.#folder, { recursive: true, force: true });
    open.delete(this);
  }

  /** End all that runs in it. That bubblewrap ends its first process with itself could be undone inside. */
  #end(): void {
    endProcess(this.#first);
    this.#child.kill('SIGKILL');
  }

  #send(script: string): void {
    this.#child.stdin?.write(`${script}\n`);
  }

  /** Take a line of descriptor 3: `pid ID PID` or `exit ID STATUS`. */
  #tell(line: string): void {
    const [event, id, value] = line.split(' ');
    const process = this.#processes.get(id ?? '');
    if (event === 'pid') process?.started(Number(value));
    if (event === 'exit') process?.ended(Number(value));
  }

  #lose(): void {
    this.#gone = true;
    for (const answer of this.#answers.splice(0)) answer(null);
    for (const { ended } of this.#processes.values()) ended(null);
  }
}

/** Write the filter of system calls where the sandbox finds it. */
async function writeFilter(folder: string): Promise<boolean> {
  const filter = seccompFilter();
  if (filter !== null) await writeFile(join(folder, FILTER_FILE), filter, { mode: 0o644 });
  return filter !== null;
}

/** Make the empty mount points of a sandbox on the host. */
async function makeFolder(mounts: number): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), sandboxPrefix()));
  await chmod(folder, 0o755);
  const names = [MOUNT_POINTS.lower, MOUNT_POINTS.scratch];
  for (let index = 0; index < mounts; index++) names.push(MOUNT_POINTS.mount + index);
  for (const name of names) await mkdir(join(folder, name), { mode: 0o755 });
  await writeFile(join(folder, MOUNT_POINTS.bwrap), '', { mode: 0o755 });
  return folder;
}
