import type { Entry } from '../../entry/entry.ts';

/**
 * Name an environment by the exact versions that matter to the reader: those of the products of the
 * entry, or all where none of them is recorded.
 */
export function environmentLabel(entry: Entry, environment: string): string {
  const versions = entry.results?.environments[environment]?.versions ?? {};
  const products = new Set(entry.facts.versions.flatMap(({ tool }) => (tool === null ? [] : [tool])));
  const known = Object.entries(versions).filter(([tool]) => products.has(tool));
  const shown = known.length > 0 ? known : Object.entries(versions);
  return shown.length === 0 ? environment : shown.map(([tool, version]) => `${tool} ${version}`).join(', ');
}

/** List the remedies, in page order, that did not come out alike in all environments that show a cause. */
export function listDiffering(entry: Entry, cause: string): string[] {
  const { order, remedies } = entry.rates;
  return [...order.workarounds, ...order.deadEnds].filter((remedy) => {
    const cells = Object.values(remedies[remedy]?.cells[cause]?.environments ?? {});
    return new Set(cells.map(({ outcome, fixed, trials }) => `${outcome} ${fixed}/${trials}`)).size > 1;
  });
}
