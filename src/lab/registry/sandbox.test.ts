import assert from 'node:assert/strict';
import { test } from 'node:test';
import { causeOf, outcomesOf, runTiny, tinyEntry } from '../fixtures/lab.ts';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';

const machine = await hostMachine();
const bwrap = await sandboxOrRefusal(machine);

test('a sandbox has the registry of its cause, and clients are sent to it', async () => {
  if (bwrap === null) return;
  const entry = tinyEntry(
    `
signatures: ['boom: {what} is broken', '{what} cannot be seen']
causes: { listed: {}, absent: {}, none: {} }
remedies:
  log-in: { side: dead-end, steps: [{ id: token, run: "echo npm_ann > token" }] }`,
    `
files:
  ask.js: |
    const { readFileSync } = require('fs');
    const registry = /registry=(.*)/.exec(readFileSync('.npmrc', 'utf8'))[1];
    const token = (() => { try { return readFileSync('token', 'utf8').trim() } catch { return '' } })();
    fetch(registry + '@acme%2fui', { headers: token ? { authorization: 'Bearer ' + token } : {} })
      .then((answer) => answer.ok ? answer.json() : Promise.reject(answer.status))
      .then((it) => console.log('versions', ...Object.keys(it.versions)), (why) => console.log(why + ' cannot be seen'));
registry:
  own: { '@acme/ui@1.0.0': {}, '@acme/ui@1.1.0': {} }
  users: { ann: { token: npm_ann } }
  private: { '@acme': { readers: [ann] } }
run: node ask.js
check: node ask.js | grep -qx 'versions 1.0.0'
causes:
  listed: { registry: { own: { '@acme/ui@1.1.0': null } } }
  absent: { registry: { own: { '@acme/ui@1.0.0': null, '@acme/ui@1.1.0': null } } }
  none: { run: 'echo boom: "$npm_config_globalconfig" is broken; cat /etc/npmrc' }`,
  );
  const run = await runTiny(entry, machine, bwrap);
  assert.deepEqual(run.troubles, []);
  assert.deepEqual(causeOf(run, 'listed').captures, { what: '404' });
  assert.deepEqual(outcomesOf(run, 'listed', 'log-in'), ['fixed', 'fixed']);
  assert.deepEqual(outcomesOf(run, 'absent', 'log-in'), ['not-fixed', 'not-fixed']);
  assert.match(
    causeOf(run, 'none').excerpt,
    /boom: \/etc\/npmrc is broken\nregistry=http:\/\/localhost:4873/,
  );
});
