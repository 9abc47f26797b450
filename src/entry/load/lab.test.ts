import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { readLabRun } from './lab.ts';

const LAB = `
environments: [{ id: e, debian: bookworm }]
values: { port: 3000, name: a }
run: { serve: 'server {port}' }
check: 'test {name}'
causes:
  plain: {}
  own: { values: { port: 4000 }, run: 'once {port}' }
remedies: { other: { values: { name: b } } }
`;

describe('readLabRun', () => {
  it('has of each cause what was run, with the values that it overrides', () => {
    assert.deepEqual(readLabRun(LAB), {
      causes: {
        plain: { run: 'server {port}', check: 'test {name}', values: { port: '3000', name: 'a' } },
        own: { run: 'once {port}', check: 'test {name}', values: { port: '4000', name: 'a' } },
      },
      remedies: { other: { name: 'b' } },
    });
  });

  it('has nothing where there is no lab.yaml, or none that can be read', () => {
    assert.equal(readLabRun(undefined), null);
    assert.equal(readLabRun('causes: ['), null);
    assert.equal(readLabRun('causes: {}'), null);
  });
});
