import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cellDigest, resolveScenario, scenarioDigest, tellDigest } from './scenario.ts';
import { FactsSchema } from './schema/facts.ts';
import { type Lab, LabSchema } from './schema/lab.ts';

const LAB_SOURCE = {
  environments: [{ id: 'e', debian: 'trixie' }],
  values: { port: 3000 },
  files: { a: '1', b: '1' },
  services: { first: { run: 'x' }, second: { run: 'y' } },
  run: 'true',
  check: 'true',
  harm: 'true',
  causes: {
    plain: {},
    own: { values: { other: 1 }, files: { b: '2' }, services: { first: null }, harm: null },
  },
};
const FACTS_SOURCE = {
  signatures: ['x'],
  category: 'c',
  tool: 't',
  scope: 'generic',
  aiGenerated: true,
  versions: [{ product: 'T', range: '1+', status: 'active' }],
  placeholders: { port: { kind: 'port', example: 1 } },
  causes: { plain: { tell: { run: 'ls', expect: 'a' } }, own: {} },
  remedies: { r: { side: 'dead-end', steps: [{ id: 's', run: 'kill {port}' }] } },
};

function lab(change: Record<string, unknown> = {}): Lab {
  return LabSchema.parse({ ...LAB_SOURCE, ...change });
}

function scenario(source: Lab, cause = 'plain'): ReturnType<typeof resolveScenario> {
  const [environment] = source.environments;
  assert.ok(environment);
  return resolveScenario(source, environment, cause);
}

describe('resolveScenario', () => {
  it('merges by key, replaces the rest, and takes away what is null', () => {
    const merged = scenario(lab(), 'own');
    assert.deepEqual(merged.values, { port: '3000', other: '1' });
    assert.deepEqual(merged.files, { a: '1', b: '2' });
    assert.deepEqual(Object.keys(merged.services), ['second']);
    assert.equal(merged.harm, null);
    assert.equal(merged.user, 'lab');
  });
});

describe('the machine of a scenario', () => {
  const shared = {
    users: ['alice'],
    clock: '+1d',
    disks: { '/a': { size: 1 }, '/b': { size: 1 } },
    hosts: { db: '127.0.0.2' },
  };
  const causes = {
    plain: {},
    own: { users: null, clock: '+2d', disks: { '/a': null, '/c': { size: 2 } }, hosts: { db: null } },
  };

  it('is that of the cause before the shared one; null takes away', () => {
    const merged = scenario(lab({ ...shared, causes }), 'own');
    assert.deepEqual([merged.users, merged.clock, merged.hosts], [undefined, '+2d', undefined]);
    assert.deepEqual(merged.disks, { '/b': { size: 1 }, '/c': { size: 2 } });
  });

  it('is no part of the digest where lab.yaml does not speak of it', () => {
    assert.ok(!Object.keys(scenario(lab())).some((key) => key in shared));
    const nothing = lab({
      ...shared,
      causes: { plain: { ...causes.own, clock: null, disks: { '/a': null, '/b': null } } },
    });
    assert.equal(scenarioDigest(scenario(nothing)), scenarioDigest(scenario(lab())));
    assert.notEqual(scenarioDigest(scenario(lab(shared))), scenarioDigest(scenario(lab())));
  });
});

describe('digests', () => {
  const facts = FactsSchema.parse(FACTS_SOURCE);
  const cell = (source: Lab): string => cellDigest(scenario(source), facts, source, 'r');

  it('change with what ran: files, values in steps, the order of services', () => {
    const { first, second } = LAB_SOURCE.services;
    for (const change of [
      { files: { a: '2', b: '1' } },
      { values: { port: 3001 } },
      { services: { second, first } },
      { harm: 'false' },
    ]) {
      assert.notEqual(cell(lab(change)), cell(lab()), JSON.stringify(change));
    }
  });

  it('stay when only the order of keys in a map changed', () => {
    assert.equal(cell(lab({ files: { b: '1', a: '1' } })), cell(lab()));
  });

  it('do not ask for a new reproduction when only the judgement of remedies changed', () => {
    assert.equal(scenarioDigest(scenario(lab({ harm: 'false' }))), scenarioDigest(scenario(lab())));
  });

  it('of tells change with any tell of the entry', () => {
    const causes = { ...FACTS_SOURCE.causes, own: { tell: { run: 'ps', expect: 'b' } } };
    const changed = FactsSchema.parse({ ...FACTS_SOURCE, causes });
    assert.notEqual(tellDigest(scenario(lab()), changed), tellDigest(scenario(lab()), facts));
  });
});
