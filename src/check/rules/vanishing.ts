import { PARTS } from '../../entry/revision/parts.ts';
import { partAt } from '../../entry/revision/plan.ts';
import type { BaseContext, BaseRule } from '../context.ts';
import { goneLines } from './ledger.ts';

const TENTH = 0.1;

/** So many at once are a mistake: a wrong folder, a bad merge, a wrong search and replace. */
export const vanishing: BaseRule = {
  name: 'vanishing',
  description: 'No more than a tenth of all published ids is lost, or withdrawn, at once.',
  check: (base) => {
    const { published } = base;
    const all = published.ledger.size;
    const count = goneLines(base).length + newlyWithdrawn(base);
    if (count < 2 || count <= all * TENTH) return [];
    const message = `${count} of ${all} published ids would vanish or be withdrawn at once, which is more than a tenth`;
    const tip =
      'bring them back: a wrong FIXRATE_CONTENT or a bad merge does this. Meant so? `npm run ledger -- --vanish` records the withdrawals';
    return [{ file: published.file, line: 1, column: 1, message, tip }];
  },
};

/** Entries whose withdrawal is not recorded yet. */
function newlyWithdrawn({ entries, published }: BaseContext): number {
  const recorded = new Map(published.record.lines.map(({ id, parts }) => [id, parts]));
  const place = PARTS.indexOf('withdrawn');
  return [...entries.values()].filter(({ id, withdrawn, state }) => {
    const before = recorded.get(id);
    return (
      withdrawn && state !== null && before !== undefined && partAt(before, place) !== state.parts.withdrawn
    );
  }).length;
}
