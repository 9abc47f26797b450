import { resolveScenario } from '../../entry/scenario.ts';
import { compileSignatures } from '../../entry/signature-pattern.ts';
import { log } from '../cli/log.ts';
import type { Options } from '../cli/options.ts';
import { ContentTrouble } from '../errors.ts';
import type { LabEntry } from '../read.ts';
import { attach } from '../sandbox/attach.ts';
import { findSandbox, missingNeed, probeSandbox } from '../sandbox/detect.ts';
import { sweepLeftovers } from '../sandbox/sweep.ts';
import { Bench } from '../trial/bench.ts';
import { reproduce } from '../trial/cause.ts';
import { homePath, userScript } from '../trial/command.ts';
import { Runner } from '../trial/observe.ts';
import { fillScenario } from '../trial/scenario.ts';
import { provide } from './provide.ts';

/**
 * `--shell CAUSE`: bring a cause about and open a shell beside the failing program. The sandbox is taken
 * away when the shell ends.
 */
export async function openShell(entry: LabEntry, cause: string, options: Options): Promise<void> {
  if (entry.lab.causes[cause] === undefined) {
    const known = Object.keys(entry.lab.causes).join(', ');
    throw new ContentTrouble(`--shell ${cause}: lab.yaml brings about no such cause.\n  → known: ${known}`);
  }
  const { environment: wanted } = options.filters;
  const environment = entry.lab.environments.find(({ id }) => wanted === null || wanted.has(id));
  if (environment === undefined) throw new ContentTrouble('--shell: this entry has no such environment.');
  const scenario = resolveScenario(entry.lab, environment, cause);
  const missing = missingNeed(scenario);
  if (missing !== null) throw new ContentTrouble(`--shell ${cause}: ${missing}.`);
  const bwrap = await findSandbox();
  sweepLeftovers();
  const provisioned = await provide(entry, environment, options, (line) => log(`${environment.id}: ${line}`));
  await probeSandbox(provisioned, bwrap);
  const matcher = compileSignatures(entry.facts.signatures, entry.facts.placeholders);
  const bench = await Bench.open({ provisioned, bwrap, scenario: fillScenario(scenario), matcher });
  try {
    await bench.prepare();
    const { reproduced, observation, checkHolds } = await reproduce(bench, new Runner(bench));
    const { shown } = observation;
    log(`${entry.id} ${environment.id} ${cause}: ${reproduced ? 'reproduced' : 'NOT REPRODUCED'}`);
    log(`  signature   ${shown === null ? 'none was seen' : shown.signature}`);
    if (checkHolds) log('  check       holds all the same');
    log(`  directory   ${homePath(bench.setting.scenario.cwd)}, as ${bench.setting.scenario.user}`);
    log('  exit ends the shell; nothing of the sandbox stays');
    await attach(bench.sandbox, shellScript(bench));
  } finally {
    await bench.close();
  }
}

/** A login of the scenario's user: its directory and variables, and a prompt that says where it is. */
function shellScript(bench: Bench): string {
  const { user } = bench;
  const { cwd } = bench.setting.scenario;
  const term = process.env['TERM'] ?? 'dumb';
  const env = { ...bench.env(), TERM: term, PS1: '[lab] \\w \\$ ' };
  const command = process.stdin.isTTY ? 'exec bash --norc --noprofile -i' : 'exec bash --norc --noprofile';
  return userScript({ command, user, env, cwd });
}
