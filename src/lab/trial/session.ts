import { AGENT_FOLDER } from '../sandbox/enter.ts';
import type { SandboxProcess } from '../sandbox/sandbox.ts';
import type { Bench } from './bench.ts';
import { userScript } from './command.ts';

/** What one command of a session came to; `exit` is null where it was ended from outside. */
export interface StepEnd {
  exit: number | null;
  output: string;
}

const FOLDER = `${AGENT_FOLDER}/session`;

/** Reads ids of steps from a pipe, runs each file of that name and tells its status. */
const LOOP = `exec 9<>${FOLDER}/next; echo "exit $OPENED 0" >&3; unset OPENED
while IFS= read -r step <&9; do
  eval "$(<"${FOLDER}/$step")" >"${FOLDER}/$step.out" 2>&1 3>&- 9<&- </dev/null
  echo "exit $step $?" >&3
done`;

/**
 * One shell in which the steps of a remedy run one after another, as in a reader's terminal: directory,
 * variables and functions persist. Each command's output goes to a file of its own.
 */
export class Session {
  readonly #bench: Bench;
  readonly #process: SandboxProcess;

  private constructor(bench: Bench, process: SandboxProcess) {
    this.#bench = bench;
    this.#process = process;
  }

  /** Start the shell in the directory of the scenario. */
  static async open(bench: Bench): Promise<Session> {
    const { sandbox, setting } = bench;
    const { user } = bench;
    const { cwd } = setting.scenario;
    const { uid } = user;
    await sandbox.ask(
      `install -d --owner ${uid} ${FOLDER}; mkfifo ${FOLDER}/next; chown ${uid} ${FOLDER}/next`,
    );
    const opened = sandbox.expect();
    const env = { ...bench.env(), OPENED: opened.id };
    const process = sandbox.start(userScript({ command: LOOP, user, env, cwd }), true);
    // What is written before the shell has opened the pipe is lost.
    await Promise.race([opened.exited, process.exited]);
    return new Session(bench, process);
  }

  /** Run a command in the shell and wait for its end; a shell that ended gives its own status. */
  async run(command: string): Promise<StepEnd> {
    const { sandbox } = this.#bench;
    const step = sandbox.expect();
    const file = `${FOLDER}/${step.id}`;
    await sandbox.write(file, command);
    await sandbox.ask(`echo ${step.id} 1<>${FOLDER}/next`);
    const exit = await Promise.race([step.exited, this.#process.exited]);
    const output = await sandbox.ask(`tail -c 65536 ${file}.out`);
    return { exit, output: output.toString('utf8') };
  }
}
