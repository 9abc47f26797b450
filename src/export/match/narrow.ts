import type { Match } from '../../match/types.ts';
import type { Verdict, VerdictCause } from './verdict.ts';

/** The causes that print the wording that was matched; all of them where it does not tell them apart. */
export function causesOf(verdict: Verdict, match: Pick<Match, 'signature'>): VerdictCause[] {
  const place = verdict.signatures.indexOf(match.signature);
  if (!verdict.narrowing.includes(place)) return verdict.causes;
  const printing = verdict.causes.filter(({ printed }) => printed.includes(place));
  return printing.length === 0 ? verdict.causes : printing;
}
