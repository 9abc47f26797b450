import { resolveScenario } from '../../entry/scenario.ts';
import type { LabEnvironment } from '../../entry/schema/lab.ts';
import type { Step } from '../../entry/schema/step.ts';
import type { UsedTool } from '../provision/environment.ts';
import type { LabEntry } from '../read.ts';
import { planRemedy } from '../trial/scenario.ts';
import { toolTarget } from '../trial/steps.ts';

/** List the versions that the `use` steps of a remedy change to, each once. */
export function toolsOfSteps(steps: readonly Step[]): UsedTool[] {
  const tools = steps.flatMap((step) => (step.kind === 'use' ? Object.entries(step.versions) : []));
  const byTarget = new Map(tools.map(([name, version]) => [toolTarget(name, version), { name, version }]));
  return [...byTarget].map(([target, tool]) => ({ ...tool, target }));
}

/** List the versions that any step of an entry changes to under any of its causes. */
export function usedTools({ facts, lab }: LabEntry, environment: LabEnvironment): UsedTool[] {
  const steps = Object.keys(lab.causes).flatMap((cause) => {
    const scenario = resolveScenario(lab, environment, cause);
    return Object.entries(facts.remedies).flatMap(
      ([id, remedy]) => planRemedy(scenario, remedy, lab.remedies[id]).steps,
    );
  });
  return toolsOfSteps(steps);
}
