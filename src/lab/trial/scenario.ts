import { fillTemplate } from '../../entry/placeholders.ts';
import type { Scenario } from '../../entry/scenario.ts';
import type { Ready, RemedyScenario, Service } from '../../entry/schema/lab.ts';
import type { Remedy } from '../../entry/schema/remedy.ts';
import type { Step } from '../../entry/schema/step.ts';
import { fillStep } from '../../entry/steps.ts';

/** Put the values of a scenario in the place of the placeholders of all its commands and files. */
export function fillScenario(scenario: Scenario): Scenario {
  const fill = (text: string): string => fillTemplate(text, scenario.values);
  const maybe = (text: string | null): string | null => (text === null ? null : fill(text));
  const each = <T>(items: Record<string, T>, change: (item: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(items).map(([key, item]) => [fill(key), change(item)]));
  const { run } = scenario;
  return {
    ...scenario,
    ...fillMachine(scenario, fill),
    env: each(scenario.env, fill),
    cwd: fill(scenario.cwd),
    files: each(scenario.files, fill),
    setup: maybe(scenario.setup),
    services: each(scenario.services, (service) => fillService(service, fill)),
    provoke: maybe(scenario.provoke),
    run: typeof run === 'string' ? fill(run) : fillRun(run, fill),
    reads: scenario.reads.map(fill),
    check: fill(scenario.check),
    harm: maybe(scenario.harm),
    again: maybe(scenario.again),
  };
}

/** A remedy as it runs in one scenario: its steps, and how it is judged, with their placeholders filled. */
export interface RemedyPlan {
  steps: Step[];
  check: string;
  harm: string | null;
  again: string | null;
  env: Record<string, string>;
  /** When a program that a step serves or reruns counts as ready, if otherwise. */
  ready: Ready | undefined;
}

/**
 * Join a remedy with what lab.yaml adds for it.
 *
 * @param scenario as merged, before its own placeholders are filled.
 */
export function planRemedy(scenario: Scenario, remedy: Remedy, own: RemedyScenario | undefined): RemedyPlan {
  const values = { ...scenario.values, ...own?.values };
  const fill = (text: string): string => fillTemplate(text, values);
  const again = own?.again === undefined ? scenario.again : own.again;
  return {
    steps: remedy.steps.map((step) => fillStep(step, values)),
    check: fill(own?.check ?? scenario.check),
    harm: scenario.harm === null ? null : fill(scenario.harm),
    again: again === null ? null : fill(again),
    env: Object.fromEntries(Object.entries(own?.env ?? {}).map(([name, value]) => [name, fill(value)])),
    ready: fillReady(own ?? {}, fill).ready,
  };
}

type Fill = (text: string) => string;

function fillMachine({ disks, firewall, stdin }: Scenario, fill: Fill): Partial<Scenario> {
  const paths = Object.entries(disks ?? {}).map(([path, disk]) => [fill(path), disk]);
  return {
    ...(disks === undefined ? {} : { disks: Object.fromEntries(paths) }),
    ...(firewall === undefined ? {} : { firewall: firewall.map(fill) }),
    ...(stdin === undefined ? {} : { stdin: fill(stdin) }),
  };
}

function fillRun(run: Exclude<Scenario['run'], string>, fill: Fill): Exclude<Scenario['run'], string> {
  if ('page' in run) return { ...run, page: fill(run.page) };
  return { serve: fill(run.serve), ...fillReady(run, fill) };
}

function fillService(service: Service, fill: Fill): Service {
  const log = service.log === undefined ? {} : { log: fill(service.log) };
  return { ...service, ...fillReady(service, fill), run: fill(service.run), ...log };
}

function fillReady(of: { ready?: Ready | undefined }, fill: Fill): { ready?: Ready } {
  if (of.ready === undefined) return {};
  return {
    ready: Object.fromEntries(Object.entries(of.ready).map(([key, text]) => [key, fill(String(text))])),
  };
}
