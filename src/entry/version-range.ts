/**
 * Compare two versions by their numbers, as far as the shorter one goes: 1.24.0 equals 1.24.
 *
 * @returns a negative number, 0 or a positive number, as for `Array.prototype.sort`
 */
export function compareVersions(a: string, b: string): number {
  const left = numbers(a);
  const right = numbers(b);
  const length = Math.min(left.length, right.length);
  for (let i = 0; i < length; i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Tell whether a version lies in a range. A range is one or more terms joined by commas, any of which
 * may hold: `1.24+`, `2.6-3.0` (both included), `<18`, `<=18`, `>18`, `>=18`, `20` (any 20.x).
 *
 * @throws RangeError if a term is none of these
 * @example versionInRange('1.26.3', '1.18-1.22, 1.26+') // => true
 */
export function versionInRange(version: string, range: string): boolean {
  return range.split(',').some((term) => inTerm(version, term.trim()));
}

const TERM = /^(?<operator><=|>=|<|>)?v?(?<low>\d[\w.]*)(?:(?<plus>\+)|\s*[-–]\s*v?(?<high>\d[\w.]*))?$/;

function inTerm(version: string, term: string): boolean {
  const groups = TERM.exec(term)?.groups;
  const low = groups?.['low'];
  if (groups === undefined || low === undefined) {
    throw new RangeError(`"${term}" is not a version range: write 1.24+, 2.6-3.0, <18, >=18 or 20`);
  }
  const order = compareVersions(version, low);
  const { operator, plus, high } = groups;
  if (operator === '<') return order < 0;
  if (operator === '<=') return order <= 0;
  if (operator === '>') return order > 0;
  if (operator === '>=' || plus !== undefined) return order >= 0;
  if (high !== undefined) return order >= 0 && compareVersions(version, high) <= 0;
  return order === 0;
}

/** The numbers of a version; a Debian epoch (`1:`) and what follows the upstream version are left out. */
function numbers(version: string): number[] {
  const upstream = version.replace(/^\d+:/, '').replace(/^v/, '');
  return (/^\d+(?:\.\d+)*/.exec(upstream)?.[0] ?? '').split('.').map(Number);
}
