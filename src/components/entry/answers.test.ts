import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Entry } from '../../entry/entry.ts';
import type { Cell, RemedyRates } from '../../entry/rates.ts';
import { listFixes, listTraps } from './answers.ts';
import { chooseColumns } from './columns.ts';

const CELL: Cell = { value: 1, outcome: 'fixed', fixed: 4, trials: 4, environments: {} };

function rates(parts: Partial<RemedyRates>): RemedyRates {
  return {
    success: null,
    fixes: [],
    causes: 3,
    basis: 'lab',
    harms: [],
    relapses: [],
    newErrors: [],
    reports: { fixed: 0, total: 0 },
    estimate: null,
    cells: {},
    ...parts,
  };
}

/** An entry with just what these functions read. */
function entryOf(remedies: Record<string, RemedyRates>, causes: Entry['rates']['causes'] = {}): Entry {
  const deadEnds = Object.keys(remedies).filter((id) => id.startsWith('dead'));
  const workarounds = Object.keys(remedies).filter((id) => !id.startsWith('dead'));
  const sides = Object.fromEntries(
    Object.keys(remedies).map((id) => [id, { side: deadEnds.includes(id) ? 'dead-end' : 'workaround' }]),
  );
  return {
    facts: {
      causes: Object.fromEntries(Object.keys(causes).map((id) => [id, {}])),
      remedies: sides,
      reports: [{ cause: 'reported', remedy: 'wait', outcome: 'fixed' }],
    },
    rates: { causes, remedies, order: { workarounds, deadEnds } },
  } as unknown as Entry;
}

describe('listFixes', () => {
  it('tells what is fixed from what is not, and from what nobody measured', () => {
    const none = { notReproduced: [], notApplicable: [], signatures: [] };
    const entry = entryOf(
      { wait: rates({ cells: { held: CELL } }) },
      {
        held: { ...none, reproduced: ['a'], best: { remedy: 'wait', value: 1, basis: 'lab' } },
        stuck: { ...none, reproduced: ['a'], best: null },
        reported: { ...none, reproduced: [], best: { remedy: 'wait', value: 1, basis: 'reports' } },
        unseen: { ...none, reproduced: [], best: null },
      },
    );
    const fixes = listFixes(entry);
    assert.deepEqual(
      fixes.fixed.map(({ cause, cell, reports }) => [cause, cell?.fixed ?? null, reports.fixed]),
      [
        ['held', 4, 0],
        ['reported', null, 1],
      ],
    );
    assert.deepEqual([fixes.unproven, fixes.unmeasured], [['stuck'], ['unseen']]);
  });
});

describe('listTraps', () => {
  it('names harm first, whichever side it is on, and workarounds that go wrong by themselves', () => {
    const entry = entryOf({
      retry: rates({ harms: ['killed'], relapses: ['race'] }),
      wait: rates({}),
      'dead-wait': rates({}),
      'dead-force': rates({ harms: ['pushed'] }),
    });
    assert.deepEqual(
      listTraps(entry).map(({ remedy, kind, causes }) => [remedy, kind, ...causes]),
      [
        ['dead-force', 'harmful', 'pushed'],
        ['retry', 'harmful', 'killed'],
        ['dead-wait', 'dead-end'],
        ['retry', 'relapsed', 'race'],
      ],
    );
  });
});

describe('chooseColumns', () => {
  it('keeps page order, and on a phone the seven that fix or mislead most', () => {
    const idle = Array.from({ length: 7 }, (_, index) => [`idle${index}`, rates({})]);
    const entry = entryOf({
      ...Object.fromEntries(idle),
      good: rates({ cells: { held: CELL } }),
      'dead-popular': rates({}),
    });
    const columns = chooseColumns(entry);
    assert.equal(columns.length, 9);
    assert.deepEqual(
      columns.filter((column) => column.wideOnly).map((column) => column.remedy),
      ['idle5', 'idle6'],
    );
    assert.equal(columns.at(-1)?.remedy, 'dead-popular');
  });
});
