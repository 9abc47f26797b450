import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Entry } from '../../entry/entry.ts';
import { environmentLabel, groupEnvironments, listDiffering, listOddities } from './environments.ts';

function result(outcome: string, excerpt = 'seen') {
  const trials = [{ outcome, steps: [], excerpt: 'ran twice' }];
  return { outcome: 'reproduced', signature: 's', excerpt, tell: null, remedies: { retry: { trials } } };
}

const OLD = { outcome: 'harmful', fixed: 0, trials: 2 };
const NEW = { outcome: 'fixed', fixed: 2, trials: 2 };

const ENTRY = {
  facts: { versions: [{ tool: 'nginx' }, { tool: null }] },
  rates: {
    order: { workarounds: ['retry'], deadEnds: [] },
    remedies: {
      retry: {
        cells: {
          killed: { environments: { old: OLD, mid: OLD, new: NEW } },
          race: { environments: { old: NEW, new: NEW } },
        },
      },
    },
  },
  results: {
    environments: {
      old: { versions: { nginx: '1.18.0', curl: '7.74' } },
      new: { versions: { curl: '8.1' } },
    },
    causes: {
      killed: { old: result('harmful'), mid: result('harmful'), new: result('fixed') },
      race: { old: result('fixed', 'one'), new: result('fixed', 'another') },
    },
  },
} as unknown as Entry;

describe('environmentLabel', () => {
  it('names the products of the entry, or all that is known, or the environment itself', () => {
    assert.equal(environmentLabel(ENTRY, 'old'), 'nginx 1.18.0');
    assert.equal(environmentLabel(ENTRY, 'new'), 'curl 8.1');
    assert.equal(environmentLabel(ENTRY, 'gone'), 'gone');
  });
});

describe('groupEnvironments', () => {
  it('puts together what came out alike, whatever else was printed', () => {
    const groups = groupEnvironments(ENTRY, 'killed').map((group) => group.environments);
    assert.deepEqual(groups, [['old', 'mid'], ['new']]);
    const [race] = groupEnvironments(ENTRY, 'race');
    assert.deepEqual([race?.environments, race?.excerpt], [['old', 'new'], 'one']);
  });
});

describe('listDiffering', () => {
  it('names only what a version decides', () => {
    assert.deepEqual(listDiffering(ENTRY, 'killed'), ['retry']);
    assert.deepEqual(listDiffering(ENTRY, 'race'), []);
  });
});

describe('listOddities', () => {
  it('shows the output of harm once a remedy, and of nothing ordinary', () => {
    assert.deepEqual(listOddities(ENTRY, 'killed'), [
      { remedy: 'retry', outcome: 'harmful', excerpt: 'ran twice' },
    ]);
    assert.deepEqual(listOddities(ENTRY, 'race'), []);
  });
});
