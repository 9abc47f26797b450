import { AGENT_FOLDER } from '../sandbox/enter.ts';
import type { SandboxProcess } from '../sandbox/sandbox.ts';
import type { Bench } from './bench.ts';
import { ownerOf, userScript } from './command.ts';

/** What one command of a session came to; `exit` is null where it was ended from outside. */
export interface StepEnd {
  exit: number | null;
  output: string;
}

const POLL_SECONDS = 0.1;
const POLLS = 5;

const FOLDER = `${AGENT_FOLDER}/session`;

/** Reads numbers of steps from a pipe, runs each file of that number and leaves its status beside it. */
const LOOP = `exec 9<>${FOLDER}/next; : >${FOLDER}/ready
while IFS= read -r step <&9; do
  eval "$(<"${FOLDER}/$step")" >"${FOLDER}/$step.out" 2>&1 9<&- </dev/null
  echo "$?" >"${FOLDER}/$step.part"; mv "${FOLDER}/$step.part" "${FOLDER}/$step.end"
done`;

/**
 * One shell in which the steps of a remedy run one after another, as in a reader's terminal: directory,
 * variables and functions persist. Each command's output goes to a file of its own.
 */
export class Session {
  readonly #bench: Bench;
  readonly #process: SandboxProcess;
  #count = 0;

  private constructor(bench: Bench, process: SandboxProcess) {
    this.#bench = bench;
    this.#process = process;
  }

  /** Start the shell in the directory of the scenario. */
  static async open(bench: Bench): Promise<Session> {
    const { user, cwd } = bench.setting.scenario;
    const [uid] = ownerOf(user).split(':');
    await bench.sandbox.ask(
      `install -d --owner ${uid} ${FOLDER}; mkfifo ${FOLDER}/next; chown ${uid} ${FOLDER}/next`,
    );
    const process = bench.sandbox.start(userScript({ command: LOOP, user, env: bench.env(), cwd }));
    const session = new Session(bench, process);
    // What is written before the shell has opened the pipe is lost.
    await session.#wait(`${FOLDER}/ready`);
    return session;
  }

  /** Run a command in the shell and wait for its end. */
  async run(command: string): Promise<StepEnd> {
    const number = ++this.#count;
    const file = `${FOLDER}/${number}`;
    await this.#bench.sandbox.write(file, command);
    await this.#bench.sandbox.ask(`echo ${number} 1<>${FOLDER}/next`);
    const exit = await this.#end(file);
    const output = await this.#bench.sandbox.ask(`tail -c 65536 ${file}.out`);
    return { exit, output: output.toString('utf8') };
  }

  /** Wait for the status of a command; a shell that ended gives its own. */
  async #end(file: string): Promise<number | null> {
    const status = await this.#wait(`${file}.end`);
    return status === '' ? (this.#process.status ?? null) : Number(status);
  }

  /** Wait for a file and return its text; empty where the shell ended without it. */
  async #wait(file: string): Promise<string> {
    const wait = `i=0; while [ ! -e ${file} ] && [ $i -lt ${POLLS} ]; do i=$((i+1)); sleep ${POLL_SECONDS}; done`;
    for (;;) {
      const ended = this.#process.status !== undefined;
      const answer = await this.#bench.sandbox.ask(`${wait}; [ -e ${file} ] && echo there && cat ${file}`);
      const text = answer.toString('utf8');
      if (text.startsWith('there')) return text.slice('there\n'.length);
      if (ended) return '';
    }
  }
}
