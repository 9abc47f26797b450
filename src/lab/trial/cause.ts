import { fillTemplate } from '../../entry/placeholders.ts';
import type { Cause } from '../../entry/schema/cause.ts';
import type { TellResult } from '../../entry/schema/results.ts';
import type { SignatureMatch } from '../../entry/signature-pattern.ts';
import { tellHolds } from '../../entry/tell.ts';
import { ContentTrouble } from '../errors.ts';
import { excerptOf } from '../results/excerpt.ts';
import { fullLimits } from '../sandbox/limits.ts';
import { Bench, type TrialSetting } from './bench.ts';
import { withDeadline } from './deadline.ts';
import { type Observation, Runner } from './observe.ts';

/** What became of a cause in a sandbox. */
export interface CauseSeen {
  reproduced: boolean;
  signature: string | null;
  captures: Record<string, string>;
  exit: number | null;
  excerpt: string;
  /** Null where it was not reproduced. */
  tell: Omit<TellResult, 'digest'> | null;
}

/** A sandbox in which the error shows, or does not. */
export interface Reproduction {
  reproduced: boolean;
  observation: Observation;
  /** Whether `check` held all the same. */
  checkHolds: boolean;
}

const TELL_EXCERPT = 240;

/**
 * Bring a cause about in a fresh sandbox, see whether the error shows, and try the tells of all causes
 * in page order while it is at work.
 *
 * @param causes of the entry, in page order.
 * @throws ContentTrouble where the scenario itself fails, or harm is found before any remedy.
 */
export async function tryCause(
  setting: TrialSetting,
  causes: Readonly<Record<string, Cause>>,
): Promise<CauseSeen> {
  const bench = await Bench.open(setting);
  const seen: { last: CauseSeen } = { last: nothingSeen() };
  try {
    const { time } = fullLimits(setting.scenario.limits);
    await withDeadline(time, async () => {
      await bench.prepare();
      const runner = new Runner(bench);
      const { reproduced, observation } = await reproduce(bench, runner);
      seen.last = describe(reproduced, observation);
      if (!reproduced) return;
      seen.last.tell = await tryTells(bench, runner, causes);
      await mustNotHarmYet(bench);
    });
    return seen.last;
  } finally {
    await bench.close();
  }
}

/** Run the failing program, several times where the scenario is a race, until the error shows. */
export async function reproduce(bench: Bench, runner: Runner): Promise<Reproduction> {
  const { scenario } = bench.setting;
  for (let attempt = 1; ; attempt++) {
    const observation = await runner.observe(scenario.run);
    bench.setting.onOutput?.(joinOutput(observation));
    const checkHolds = (await bench.run(scenario.check)).exit === 0;
    const reproduced = observation.shown !== null && !checkHolds;
    if (reproduced || attempt >= scenario.tries) return { reproduced, observation, checkHolds };
  }
}

async function tryTells(
  bench: Bench,
  runner: Runner,
  causes: Readonly<Record<string, Cause>>,
): Promise<Omit<TellResult, 'digest'>> {
  const { values, run } = bench.setting.scenario;
  const tried: TellResult['tried'] = [];
  for (const [cause, { tell }] of Object.entries(causes)) {
    if (tell === null) continue;
    const { exit, stdout } = await bench.run(fillTemplate(tell.run, values));
    const holds = tellHolds(tell.expect, values, { exit, stdout });
    tried.push({ cause, holds, exit, excerpt: excerptOf(stdout, null, TELL_EXCERPT) });
  }
  const stillShown = (await runner.observe(run)).shown !== null;
  return { names: tried.find(({ holds }) => holds)?.cause ?? null, stillShown, tried };
}

async function mustNotHarmYet(bench: Bench): Promise<void> {
  const { harm } = bench.setting.scenario;
  if (harm === null) return;
  const { exit, stdout, stderr } = await bench.run(harm);
  if (exit === 0) return;
  throw new ContentTrouble(`harm ends with ${exit} before any remedy:\n${`${stdout}${stderr}`.trim()}`);
}

function describe(reproduced: boolean, observation: Observation): CauseSeen {
  const match: SignatureMatch | null = reproduced ? observation.shown : null;
  const output = joinOutput(observation);
  return {
    reproduced,
    signature: match?.signature ?? null,
    captures: match?.captures ?? {},
    exit: observation.exit,
    excerpt: excerptOf(output, match),
    tell: null,
  };
}

/** Join what the program printed and what it made others log, as the signatures are looked for. */
export function joinOutput({ own, logs }: Pick<Observation, 'own' | 'logs'>): string {
  return logs === '' ? own : `${own}\n${logs}`;
}

function nothingSeen(): CauseSeen {
  const excerpt = 'nothing: it did not end in time';
  return { reproduced: false, signature: null, captures: {}, exit: null, excerpt, tell: null };
}
