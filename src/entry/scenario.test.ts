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

  it('adds what a cause says of the registry to the shared one, and takes away what is null', () => {
    const own = { '@acme/ui@1.0.0': { main: 'a.js' }, 'b@1.0.0': {} };
    const registry = { packages: ['react@18.3.1'], own, users: { ann: { token: 't' } } };
    const change = { own: { 'b@1.0.0': null, 'c@1.0.0': {} }, packages: ['react@19.0.0'] };
    const source = lab({ registry, causes: { plain: {}, own: { registry: change } } });
    assert.deepEqual(scenario(source).registry, registry);
    assert.deepEqual(scenario(source, 'own').registry, {
      packages: ['react@19.0.0'],
      own: { '@acme/ui@1.0.0': { main: 'a.js' }, 'c@1.0.0': {} },
      users: { ann: { token: 't' } },
    });
    assert.ok(!('registry' in scenario(lab())), 'it would change every digest');
  });

  it('asks programs of the host for their versions by the usual option, unless told how', () => {
    const of = (host: unknown) => lab({ environments: [{ id: 'e', host }] }).environments[0]?.host;
    assert.deepEqual(of(['docker']), { docker: 'docker --version' });
    assert.deepEqual(of({ go: 'go version' }), { go: 'go version' });
    for (const wrong of [[], ['../docker'], { 'a b': 'x' }]) assert.throws(() => of(wrong));
    assert.throws(
      () => lab({ environments: [{ id: 'e', npm: { node: '20' } }] }),
      /a Debian suite, programs/,
    );
    const npm = (version: string) =>
      lab({ environments: [{ id: 'e', debian: 'trixie', npm: { a: version } }] });
    for (const wrong of ['git+https://example.org/a', 'file:../a', '../a', 'npm:../a@1'])
      assert.throws(() => npm(wrong), `${wrong} is an address`);
    assert.ok(npm('npm:@acme/ui@^1.2'));
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
