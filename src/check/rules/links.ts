import { didYouMean, nearest } from '../../entry/problems/nearest.ts';
import { readLink } from '../../entry/prose/links.ts';
import type { BaseContext, BaseRule, Complaint } from '../context.ts';
import { at } from '../places.ts';
import type { EntrySummary } from '../summary.ts';

export const links: BaseRule = {
  name: 'links',
  description: 'Links within the site lead to a page, and to an anchor of it.',
  check: (base) =>
    [...base.entries.values()].flatMap((entry) =>
      entry.links.flatMap(({ address, where }) =>
        faults(address, entry, base).map(([message, tip]): Complaint => at(where, message, tip)),
      ),
    ),
};

function faults(address: string, entry: EntrySummary, base: BaseContext): [message: string, tip: string][] {
  const target = readLink(address);
  // What is no address at all is refused while prose is read.
  if (target === null || target.kind === 'external') return [];
  if (target.kind === 'anchor') return faultsOfAnchor(target.anchor, entry);
  const { ref, anchor } = target;
  if (ref.page === 'domain' && base.taxonomy !== null && !Object.hasOwn(base.taxonomy.domains, ref.domain)) {
    return [[`there is no domain ${ref.domain}`, 'correct the link']];
  }
  if (ref.page === 'guide' && !base.guide.has(ref.name)) {
    return [[`the guide has no page ${ref.name}`, didYouMean(ref.name, [...base.guide])]];
  }
  if (ref.page !== 'entry' || base.unread.has(ref.id)) return [];
  const other = base.entries.get(ref.id);
  if (other === undefined) {
    const guess = nearest(ref.id, base.entries.keys());
    return [
      [
        `there is no entry ${ref.id}`,
        guess === null ? 'link to an entry that exists' : `did you mean /${guess}/?`,
      ],
    ];
  }
  return anchor === '' ? [] : faultsOfAnchor(anchor, other);
}

function faultsOfAnchor(anchor: string, entry: EntrySummary): [message: string, tip: string][] {
  if (entry.anchors.includes(anchor)) return [];
  const guess = nearest(anchor, entry.anchors);
  const tip =
    guess === null
      ? 'anchors are #cause-…, #finding-…, #remedy-… and #remedy-…-<step>'
      : `did you mean #${guess}?`;
  return [[`${entry.id} has no anchor #${anchor}`, tip]];
}
