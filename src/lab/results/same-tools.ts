import { isDeepStrictEqual } from 'node:util';
import type { LabResults } from '../../entry/schema/results.ts';
import { plainNames } from '../provision/carriers.ts';

type Tools = Pick<LabResults['environments'][string], 'versions' | 'packages'>;

/**
 * Tell whether two runs of an environment had the same tools. The packages that carry a tool are called
 * otherwise for each processor, and earlier results call them by the tool.
 */
export function sameTools(one: Tools | undefined, other: Tools | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return (
    isDeepStrictEqual(one.versions, other.versions) &&
    isDeepStrictEqual(plainNames(one.packages), plainNames(other.packages))
  );
}
