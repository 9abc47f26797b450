import type { CauseResult, CellResult, LabResults, TrialOutcome } from '../../entry/schema/results.ts';

/** Letter of each outcome of a trial. */
export const MARKS: Record<TrialOutcome, string> = {
  fixed: 'F',
  relapsed: 'R',
  'not-fixed': '-',
  'new-error': 'N',
  harmful: 'H',
  timeout: 'T',
  'not-applicable': '.',
};

const LEGEND =
  'F fixed, R relapsed, - not fixed, N new error, H harmful, T time-out, . not applicable, ? not run';

/** Write the results of an entry as a table for each environment: causes down, remedies across, a mark for each trial. */
export function formatMatrix(results: LabResults): string {
  const remedies = [
    ...new Set(
      Object.values(results.causes).flatMap((byEnvironment) =>
        Object.values(byEnvironment).flatMap((cause) => Object.keys(cause.remedies)),
      ),
    ),
  ];
  const lines = [results.entry, ...remedies.map((id, index) => `  ${String(index + 1).padStart(2)} ${id}`)];
  for (const [environment, { versions, released }] of Object.entries(results.environments)) {
    const tools = Object.entries(versions).map(([tool, version]) => `${tool} ${version}`);
    if (released !== null) tools.push(`suite of ${released}`);
    lines.push('', `  ${environment}: ${tools.join(', ')}`, ...tableOf(results, environment, remedies));
  }
  return [...lines, ...notRunOf(results), '', `  ${LEGEND}`, ''].join('\n');
}

/** Name the environments of which nothing was run, and why. */
function notRunOf(results: LabResults): string[] {
  const reasons = new Map<string, string>();
  for (const byEnvironment of Object.values(results.causes)) {
    for (const [environment, { outcome, excerpt }] of Object.entries(byEnvironment)) {
      if (outcome === 'not-run' && results.environments[environment] === undefined)
        reasons.set(environment, excerpt);
    }
  }
  return [...reasons].flatMap(([environment, why]) => ['', `  ${environment}: NOT RUN. ${why}`]);
}

function tableOf(results: LabResults, environment: string, remedies: readonly string[]): string[] {
  const rows = Object.entries(results.causes).flatMap(([cause, byEnvironment]) => {
    const result = byEnvironment[environment];
    return result === undefined ? [] : [{ cause, result }];
  });
  const width = Math.max(0, ...rows.map(({ cause }) => cause.length));
  const head = `  ${' '.repeat(width)}  ${remedies.map((_, index) => String(index + 1).padEnd(5)).join(' ')}`;
  return [
    head,
    ...rows.map(({ cause, result }) => `  ${cause.padEnd(width)}  ${rowOf(cause, result, remedies)}`),
  ];
}

function rowOf(cause: string, result: CauseResult, remedies: readonly string[]): string {
  if (result.outcome !== 'reproduced') return `${result.outcome}: ${lastLine(result.excerpt)}`;
  const cells = remedies.map((id) => marks(result.remedies[id]).padEnd(5)).join(' ');
  return `${cells}  ${tellOf(cause, result)}`;
}

function marks(cell: CellResult | undefined): string {
  return cell === undefined ? '?' : cell.trials.map(({ outcome }) => MARKS[outcome]).join('');
}

function tellOf(cause: string, { tell }: CauseResult): string {
  if (tell === null) return 'no tell';
  const named = tell.names === cause ? 'tell ok' : `TELL NAMES ${tell.names ?? 'NOTHING'}`;
  return tell.stillShown ? named : `${named}, ERROR GONE AFTER THE TELLS`;
}

function lastLine(text: string): string {
  return text.trimEnd().split('\n').at(-1) ?? '';
}
