import type { Facts } from '../entry/schema/facts.ts';
import type { MatchInput } from './types.ts';

/**
 * Take from an entry what the matcher needs. Composed headlines are left out, as no tool prints them.
 * An entry that wraps an error which has no entry yet counts as wrapping any.
 */
export function toMatchInput(
  id: string,
  facts: Pick<Facts, 'signatures' | 'context' | 'tool' | 'related'>,
): MatchInput {
  return {
    id,
    signatures: facts.signatures.filter(({ composed }) => !composed).map(({ text }) => text),
    context: [facts.tool, ...facts.context],
    wraps: facts.related.causedBy.map((wrapped) => wrapped.id ?? '*'),
  };
}
