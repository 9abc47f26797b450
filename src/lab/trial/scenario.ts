import { fillTemplate } from '../../entry/placeholders.ts';
import type { Scenario } from '../../entry/scenario.ts';
import type { RemedyScenario, Service } from '../../entry/schema/lab.ts';

/**
 * Put the values of a scenario in the place of the placeholders of all its commands and files.
 *
 * @param own what lab.yaml adds for a remedy: values, variables, another check or `again`.
 */
export function fillScenario(scenario: Scenario, own: RemedyScenario | null = null): Scenario {
  const values = { ...scenario.values, ...own?.values };
  const fill = (text: string): string => fillTemplate(text, values);
  const maybe = (text: string | null): string | null => (text === null ? null : fill(text));
  const each = <T>(items: Record<string, T>, change: (item: T) => T): Record<string, T> =>
    Object.fromEntries(Object.entries(items).map(([key, item]) => [fill(key), change(item)]));
  const { run } = scenario;
  return {
    ...scenario,
    values,
    env: each({ ...scenario.env, ...own?.env }, fill),
    cwd: fill(scenario.cwd),
    files: each(scenario.files, fill),
    setup: maybe(scenario.setup),
    services: each(scenario.services, (service) => fillService(service, fill)),
    provoke: maybe(scenario.provoke),
    run: typeof run === 'string' ? fill(run) : fillRun(run, fill),
    reads: scenario.reads.map(fill),
    check: fill(own?.check ?? scenario.check),
    harm: maybe(scenario.harm),
    again: maybe(own?.again === undefined ? scenario.again : own.again),
  };
}

type Fill = (text: string) => string;

function fillRun(run: Exclude<Scenario['run'], string>, fill: Fill): Exclude<Scenario['run'], string> {
  return { serve: fill(run.serve), ...fillReady(run, fill) };
}

function fillService(service: Service, fill: Fill): Service {
  const log = service.log === undefined ? {} : { log: fill(service.log) };
  return { ...service, ...fillReady(service, fill), run: fill(service.run), ...log };
}

function fillReady(of: Pick<Service, 'ready'>, fill: Fill): Pick<Service, 'ready'> {
  if (of.ready === undefined) return {};
  return {
    ready: Object.fromEntries(Object.entries(of.ready).map(([key, text]) => [key, fill(String(text))])),
  };
}
