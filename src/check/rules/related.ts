import { nearest } from '../../entry/problems/nearest.ts';
import type { BaseContext, BaseRule, Complaint } from '../context.ts';
import { at } from '../places.ts';
import { type EntrySummary, type Mention, RELATIONS, type Relation } from '../summary.ts';

/** How the other entry sees it. */
const BACK: Record<Relation, Relation> = {
  causedBy: 'leadsTo',
  leadsTo: 'causedBy',
  confusedWith: 'confusedWith',
};

export const related: BaseRule = {
  name: 'related',
  description: 'Entries that name each other exist, and name each other both ways.',
  check: (base) => [...base.entries.values()].flatMap((entry) => checkEntry(entry, base)),
};

function checkEntry(entry: EntrySummary, base: BaseContext): Complaint[] {
  const relations = RELATIONS.flatMap((relation) =>
    entry.related[relation].flatMap((mention) => checkRelation(entry, relation, mention, base)),
  );
  const replacedBy = entry.replacedBy === null ? [] : mustExist(entry.replacedBy, base);
  return [...relations, ...replacedBy];
}

function checkRelation(
  entry: EntrySummary,
  relation: Relation,
  mention: Mention,
  base: BaseContext,
): Complaint[] {
  if (mention.id === entry.id) return [at(mention.where, 'an entry is not related to itself', 'take it out')];
  const other = base.entries.get(mention.id);
  if (other === undefined) return mustExist(mention, base);
  const back = BACK[relation];
  if (other.related[back].some(({ id }) => id === entry.id)) return [];
  const message = `${mention.id} does not name this entry under ${back}`;
  return [at(mention.where, message, `add ${entry.id} to related.${back} there`)];
}

function mustExist(mention: Mention, base: BaseContext): Complaint[] {
  if (base.entries.has(mention.id) || base.unread.has(mention.id)) return [];
  const guess = nearest(mention.id, base.entries.keys());
  const tip =
    guess === null
      ? 'until there is one, write { message: …, note: { en: …, zh: … } }'
      : `did you mean ${guess}?`;
  return [at(mention.where, `there is no entry ${mention.id}`, tip)];
}
