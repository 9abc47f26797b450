import type { CauseScenario } from '../../entry/schema/lab.ts';
import type { Remedy } from '../../entry/schema/remedy.ts';
import { versionInRange } from '../../entry/version-range.ts';
import { ContentTrouble } from '../errors.ts';

type Versions = Readonly<Record<string, string>>;

/** Tell whether the versions of an environment have a cause. */
export function causeApplies(cause: CauseScenario, versions: Versions): boolean {
  return !Object.entries(cause.unless ?? {}).some(([tool, range]) =>
    versionInRange(versionOf(tool, versions, 'unless'), range),
  );
}

/** Tell whether the versions of an environment have a remedy: from `since` on, before `until`. */
export function remedyApplies(remedy: Remedy, versions: Versions): boolean {
  const since = Object.entries(remedy.since ?? {});
  const until = Object.entries(remedy.until ?? {});
  return (
    since.every(([tool, version]) => versionInRange(versionOf(tool, versions, 'since'), `>=${version}`)) &&
    until.every(([tool, version]) => versionInRange(versionOf(tool, versions, 'until'), `<${version}`))
  );
}

function versionOf(tool: string, versions: Versions, key: string): string {
  const version = versions[tool];
  if (version !== undefined && version !== '') return version;
  throw new ContentTrouble(
    `${key} names ${tool}, whose version is unknown: name one of ${Object.keys(versions).join(', ')}, or add it to packages of lab.yaml.`,
  );
}
