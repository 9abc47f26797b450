import { setTimeout as sleep } from 'node:timers/promises';
import type { Scenario } from '../../entry/scenario.ts';
import type { Service } from '../../entry/schema/lab.ts';
import type { SignatureMatcher } from '../../entry/signature-pattern.ts';
import { ContentTrouble } from '../errors.ts';
import type { Provisioned } from '../provision/environment.ts';
import { CLIENT_ENV, CLIENT_FILES, REGISTRY_ID, REGISTRY_SERVICE } from '../registry/sandbox.ts';
import { fullLimits } from '../sandbox/limits.ts';
import { Sandbox, type SandboxProcess } from '../sandbox/sandbox.ts';
import { baseEnv, homePath, ownerOf, type User, userScript } from './command.ts';
import { output, waitReady, watchReady } from './ready.ts';

/** What trials of one cause in one environment have in common. */
export interface TrialSetting {
  provisioned: Provisioned;
  /** Program of the host. */
  bwrap: string;
  /** With all placeholders filled. */
  scenario: Scenario;
  matcher: SignatureMatcher;
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

  private constructor(sandbox: Sandbox, setting: TrialSetting) {
    this.sandbox = sandbox;
    this.setting = setting;
    this.path = [...setting.provisioned.path];
  }

  /** Start a fresh sandbox and write the files of the scenario. */
  static async open(setting: TrialSetting): Promise<Bench> {
    const { provisioned, scenario, bwrap } = setting;
    const sandbox = await Sandbox.start(provisioned, fullLimits(scenario.limits), bwrap);
    return new Bench(sandbox, setting);
  }

  /**
   * Write the files, run `setup`, start the services in order, each until ready, and run `provoke`.
   *
   * @throws ContentTrouble where one of them fails: then the scenario is wrong.
   */
  async prepare(): Promise<void> {
    const { scenario } = this.setting;
    if (this.setting.provisioned.npmCache !== null)
      await this.#copyNpmCache(this.setting.provisioned.npmCache);
    if (scenario.registry !== undefined) await this.#startRegistry();
    for (const [path, text] of Object.entries(scenario.files)) await this.#writeFile(path, text);
    if (scenario.setup !== null) await this.#must('setup', scenario.setup, '.');
    for (const [id, service] of Object.entries(scenario.services)) {
      const failure = await this.startService(id, service);
      if (failure !== null) throw new ContentTrouble(`service ${id} does not start: ${failure}`);
    }
    if (scenario.provoke !== null) await this.#must('provoke', scenario.provoke, scenario.cwd);
  }

  /** Return the variables for a user's commands. */
  env(user: User = this.setting.scenario.user): Record<string, string> {
    const { env, registry } = this.setting.scenario;
    const client = registry === undefined ? {} : CLIENT_ENV;
    return { ...baseEnv(user, this.path), ...client, ...env, ...this.exported };
  }

  /** Start a command in the background, as the scenario's user. */
  start(command: string, merge: boolean, cwd = this.setting.scenario.cwd): SandboxProcess {
    const { user } = this.setting.scenario;
    return this.sandbox.start(userScript({ command, user, env: this.env(), cwd, merge }));
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
    const user = service.user ?? this.setting.scenario.user;
    const readiness = await watchReady(this.sandbox, service.ready);
    const log = service.log === undefined ? { merge: true } : { log: service.log };
    const process = this.sandbox.start(
      userScript({ command: service.run, user, env: this.env(user), cwd: '.', ...log }),
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
    const inHome = !path.startsWith('/') || path.startsWith(`${homePath('.')}/`);
    const owner = ownerOf(inHome ? this.setting.scenario.user : 'root');
    await this.sandbox.write(homePath(path), text, owner, text.startsWith('#!') ? '755' : '644');
  }

  /** npm writes to its cache, which is shared by all sandboxes and read-only. */
  async #copyNpmCache(source: string): Promise<void> {
    const target = homePath('.npm');
    await this.sandbox.ask(
      `cp -r ${source} ${target}; chown -R ${ownerOf(this.setting.scenario.user)} ${target}`,
    );
  }

  async #must(what: string, command: string, cwd: string): Promise<void> {
    const { exit, stdout, stderr } = await this.run(command, cwd);
    if (exit === 0) return;
    const said = `${stdout}\n${stderr}`.trim().split('\n').slice(-8).join('\n');
    throw new ContentTrouble(`${what} ended with ${exit}:\n${said}`);
  }
}
