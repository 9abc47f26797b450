import { parse } from 'yaml';
import { resolveScenario } from '../scenario.ts';
import { type Lab, LabSchema } from '../schema/lab.ts';
import { readPlain } from '../yaml/plain.ts';

/** What the lab ran under each cause, as far as a reader of its trials needs it. */
export interface LabRun {
  /** Cause to what was run for it. */
  causes: Record<string, CauseRun>;
  /** Remedy to values that it has of its own. */
  remedies: Record<string, Record<string, string>>;
}

/** One cause; texts may hold placeholders, `values` says what they stood for. */
export interface CauseRun {
  /** The failing program. */
  run: string;
  /** What "fixed" must also mean. */
  check: string;
  values: Record<string, string>;
}

/**
 * Take from lab.yaml what the lab ran, or null where it cannot be read: what is wrong with it is said
 * by the check, and pages need none of it but for showing commands with their values.
 */
export function readLabRun(text: string | undefined): LabRun | null {
  if (text === undefined) return null;
  const lab = LabSchema.safeParse(parseOrNull(text)).data;
  const [environment] = lab?.environments ?? [];
  if (lab === undefined || environment === undefined) return null;
  const causes = Object.keys(lab.causes).map((id) => {
    const { run, check, values } = resolveScenario(lab, environment, id);
    return [id, { run: programOf(run), check, values }] as const;
  });
  return {
    causes: Object.fromEntries(causes),
    remedies: Object.fromEntries(Object.entries(lab.remedies).map(([id, own]) => [id, own.values ?? {}])),
  };
}

/** What a reader is shown of the failing program: its command, or the page that is loaded. */
function programOf(run: Lab['run']): string {
  if (typeof run === 'string') return run;
  return 'page' in run ? run.page : run.serve;
}

function parseOrNull(text: string): unknown {
  const plain = readPlain(text);
  if (plain !== null) return plain.value;
  try {
    return parse(text);
  } catch {
    return null;
  }
}
