import { setTimeout as sleep } from 'node:timers/promises';
import { type Scenario, usersOf } from '../../entry/scenario.ts';
import type { Service } from '../../entry/schema/lab.ts';
import type { SignatureMatcher } from '../../entry/signature-pattern.ts';
import { ContentTrouble } from '../errors.ts';
import type { Provisioned } from '../provision/environment.ts';
import { addRegistry, CLIENT_ENV, CLIENT_FILES, REGISTRY_ID, REGISTRY_SERVICE } from '../registry/sandbox.ts';
import { AGENT_FOLDER } from '../sandbox/enter.ts';
import { fullLimits, type MountedDisk } from '../sandbox/limits.ts';
import { isHostRoot } from '../sandbox/namespace.ts';
import { Sandbox, type SandboxProcess } from '../sandbox/sandbox.ts';
import { clockVariables } from './clock.ts';
import { type Account, baseEnv, homePath, LAB, ownerOf, ROOT, userScript } from './command.ts';
import { languageVariables } from './locale.ts';
import { findAccount, setUpMachine } from './machine.ts';
import { output, waitReady, watchReady } from './ready.ts';
import { commandOf, inTerminal, isPage, PAGE_RUNNER, pageRunner, type Run, serves } from './run.ts';

/** What trials of one cause in one environment have in common. */
export interface TrialSetting {
  provisioned: Provisioned;
  /** Program of the host. */
  bwrap: string;
  /** With all placeholders filled. */
  scenario: Scenario;
  matcher: SignatureMatcher;
  /** Told what the failing program printed and made others log, each time it ran. */
  onOutput?: (output: string) => void;
}

export interface Finished {
  exit: number | null;
  stdout: string;
  stderr: string;
}

interface RunningService {
  service: Service;
  process: SandboxProcess;
}

/** What a terminal calls itself today. */
const TERM = 'xterm-256color';
const STDIN = `${AGENT_FOLDER}/stdin`;
const SERVICE_SECONDS = 30;
const GRACE_MS = 4000;

/** One sandbox with a scenario set up in it: its files, services and variables. */
export class Bench {
  readonly sandbox: Sandbox;
  readonly setting: TrialSetting;
  /** Variables that steps exported, on top of those of the scenario. */
  readonly exported: Record<string, string> = {};
  /** Folders that steps put first on the PATH. */
  readonly path: string[];
  readonly #services = new Map<string, RunningService>();
  readonly #accounts = new Map<string, Account>();
  /** Variables that shift the clock, once setup has run. */
  #clock: Record<string, string> = {};

  private constructor(sandbox: Sandbox, setting: TrialSetting) {
    this.sandbox = sandbox;
    this.setting = setting;
    this.path = [...setting.provisioned.path];
  }

  /** Start a fresh sandbox and write the files of the scenario. */
  static async open(setting: TrialSetting): Promise<Bench> {
    const { scenario, bwrap } = setting;
    const provisioned = await addRegistry(setting.provisioned, scenario.registry);
    const limits = { ...fullLimits(scenario.limits), disks: disksOf(scenario) };
    const sandbox = await Sandbox.start(provisioned, limits, bwrap);
    return new Bench(sandbox, setting);
  }

  /**
   * Set up the machine, write the files, run `setup`, start the services in order, each until ready, and
   * run `provoke`.
   *
   * @throws ContentTrouble where one of them fails: then the scenario is wrong.
   */
  async prepare(): Promise<void> {
    const { scenario } = this.setting;
    await setUpMachine(this.sandbox, scenario);
    for (const name of usersOf(scenario)) this.#accounts.set(name, await findAccount(this.sandbox, name));
    if (isPage(scenario.run)) await this.#providePage();
    if (scenario.stdin !== undefined) await this.sandbox.write(STDIN, scenario.stdin);
    if (this.setting.provisioned.npmCache !== null)
      await this.#copyNpmCache(this.setting.provisioned.npmCache);
    if (scenario.registry !== undefined) await this.#startRegistry();
    for (const [path, text] of Object.entries(scenario.files)) await this.#writeFile(path, text);
    if (scenario.setup !== null) await this.#must('setup', scenario.setup, '.');
    if (scenario.clock !== undefined) this.#clock = await clockVariables(this.sandbox, scenario.clock);
    for (const [id, service] of Object.entries(scenario.services)) {
      const failure = await this.startService(id, service);
      if (failure !== null) throw new ContentTrouble(`service ${id} does not start: ${failure}`);
    }
    if (scenario.provoke !== null) await this.#must('provoke', scenario.provoke, scenario.cwd);
  }

  /** The user that a command runs as, unless said otherwise. */
  get user(): Account {
    return this.account(this.setting.scenario.user);
  }

  /** Return a user of the scenario, once the machine is set up. */
  account(name: string): Account {
    return name === ROOT.name ? ROOT : (this.#accounts.get(name) ?? LAB);
  }

  /** Return the variables for a user's commands. */
  env(user: Account = this.user): Record<string, string> {
    const { locale, env, registry } = this.setting.scenario;
    const client = registry === undefined ? {} : CLIENT_ENV;
    const base = { ...baseEnv(user, this.path), ...languageVariables(locale), ...this.#clock, ...client };
    return { ...base, ...env, ...this.exported };
  }

  /** Start a command in the background, as the scenario's user. */
  start(command: string, merge: boolean, cwd = this.setting.scenario.cwd): SandboxProcess {
    const { user } = this;
    return this.sandbox.start(userScript({ command, user, env: this.env(), cwd, merge }));
  }

  /** Start the failing program, with the input and the terminal of the scenario. */
  startRun(run: Run): SandboxProcess {
    const { user } = this;
    const { cwd, terminal, stdin } = this.setting.scenario;
    const plain = serves(run) ? run.serve : commandOf(run);
    const command = terminal === undefined ? plain : inTerminal(plain, terminal);
    const env = terminal === undefined ? this.env() : this.#terminalEnv();
    const input = stdin === undefined ? {} : { stdin: STDIN };
    return this.sandbox.start(userScript({ command, user, env, cwd, merge: true, ...input }));
  }

  /** The word on terminals that the other commands have holds where there is none. */
  #terminalEnv(): Record<string, string> {
    const env = this.env();
    return env['TERM'] === 'dumb' ? { ...env, TERM } : env;
  }

  /** Return the file that the output of a service goes to, or null where there is no such service. */
  logOf(id: string): string | null {
    const running = this.#services.get(id);
    if (running === undefined) return null;
    const { service, process } = running;
    return service.log === undefined ? `${AGENT_FOLDER}/${process.id}.out` : homePath(service.log);
  }

  /** Run a command to its end. */
  async run(command: string, cwd = this.setting.scenario.cwd): Promise<Finished> {
    const process = this.start(command, false, cwd);
    const exit = await process.exited;
    const stdout = await this.sandbox.read(process);
    return { exit, stdout, stderr: await this.sandbox.read(process, 'err') };
  }

  /**
   * Start a service and wait until it is ready.
   *
   * @returns null, or why it did not become ready.
   */
  async startService(id: string, service: Service): Promise<string | null> {
    const user = this.account(service.user ?? this.setting.scenario.user);
    const readiness = await watchReady(this.sandbox, service.ready);
    const log = service.log === undefined ? { merge: true } : { log: service.log };
    const process = this.sandbox.start(
      userScript({ command: service.run, user, env: this.env(user), cwd: user.home, ...log }),
    );
    this.#services.set(id, { service, process });
    const state = await waitReady(readiness, process, service.log, SERVICE_SECONDS);
    if (state === 'ready') return null;
    const said = (await output(this.sandbox, process, service.log)).trim().split('\n').slice(-6).join('\n');
    const what = state === 'late' ? `not ready after ${SERVICE_SECONDS} s` : `exit ${process.status}`;
    return `${what}\n${said}`;
  }

  /** End a service, if it runs, and start it with another command. */
  async replaceService(id: string, command: string, ready: Service['ready']): Promise<string | null> {
    const running = this.#services.get(id);
    if (running !== undefined) await this.end(running.process);
    const service = running?.service ?? { run: command };
    return this.startService(id, { ...service, run: command, ...(ready === undefined ? {} : { ready }) });
  }

  /** End a program and what shares its process group: asked first, forced after a while. */
  async end(process: SandboxProcess): Promise<void> {
    const pid = await process.pid;
    if (pid === 0) return;
    await this.sandbox.ask(`kill -s TERM -- -${pid}`);
    const grace = new AbortController();
    await Promise.race([process.exited, sleep(GRACE_MS, undefined, grace).catch(() => {})]);
    grace.abort();
    // What it started in the same group has a moment more.
    const rest = 'i=0; while kill -s 0 -- -$p && [ $i -lt 5 ]; do i=$((i+1)); sleep 0.1; done';
    await this.sandbox.ask(`p=${pid}; ${rest}; kill -s KILL -- -${pid}`);
    await process.exited;
  }

  close(): Promise<void> {
    return this.sandbox.close();
  }

  async #startRegistry(): Promise<void> {
    for (const [path, text] of Object.entries(CLIENT_FILES)) await this.#writeFile(path, text);
    const failure = await this.startService(REGISTRY_ID, REGISTRY_SERVICE);
    if (failure !== null) throw new ContentTrouble(`the registry does not start: ${failure}`);
  }

  async #writeFile(path: string, text: string): Promise<void> {
    const full = homePath(path);
    const owner = full.startsWith(`${homePath('.')}/`) ? this.user : this.#ownerByHome(full);
    await this.sandbox.write(full, text, ownerOf(owner), text.startsWith('#!') ? '755' : '644');
  }

  async #providePage(): Promise<void> {
    const { versions } = this.setting.provisioned;
    if (versions['jsdom'] === undefined || versions['node'] === undefined)
      throw new ContentTrouble('a page needs node and jsdom among the npm packages of the environment.');
    await this.sandbox.write(PAGE_RUNNER, pageRunner());
  }

  #ownerByHome(path: string): Account {
    const owners = [...this.#accounts.values()];
    return owners.find(({ home }) => home.startsWith('/home/') && path.startsWith(`${home}/`)) ?? ROOT;
  }

  /** npm writes to its cache, which is shared by all sandboxes and read-only. */
  async #copyNpmCache(source: string): Promise<void> {
    const target = homePath('.npm');
    await this.sandbox.ask(`cp -r ${source} ${target}; chown -R ${ownerOf(this.user)} ${target}`);
  }

  async #must(what: string, command: string, cwd: string): Promise<void> {
    const { exit, stdout, stderr } = await this.run(command, cwd);
    if (exit === 0) return;
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-8).join('\n');
    throw new ContentTrouble(`${what} ended with ${exit}:\n${said}`);
  }
}

/** The small disks of a scenario as they are mounted. */
function disksOf({ disks, user }: Scenario): MountedDisk[] {
  // Where this process is not root, the sandbox has one user, who is root of the mounting namespace.
  const owner = user === ROOT.name || !isHostRoot() ? ROOT.uid : LAB.uid;
  return Object.entries(disks ?? {}).map(([path, { size, inodes }]) => {
    return { path: homePath(path), kibibytes: Math.ceil(size * 1024), inodes, owner };
  });
}
