import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Entry } from '../../entry/entry.ts';
import { environmentLabel, listDiffering } from './environments.ts';

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
  },
} as unknown as Entry;

describe('environmentLabel', () => {
  it('names the products of the entry, or all that is known, or the environment itself', () => {
    assert.equal(environmentLabel(ENTRY, 'old'), 'nginx 1.18.0');
    assert.equal(environmentLabel(ENTRY, 'new'), 'curl 8.1');
    assert.equal(environmentLabel(ENTRY, 'gone'), 'gone');
  });
});

describe('listDiffering', () => {
  it('names only what a version decides', () => {
    assert.deepEqual(listDiffering(ENTRY, 'killed'), ['retry']);
    assert.deepEqual(listDiffering(ENTRY, 'race'), []);
  });
});
