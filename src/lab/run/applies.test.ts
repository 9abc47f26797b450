import assert from 'node:assert/strict';
import { test } from 'node:test';
import { RemedySchema } from '../../entry/schema/remedy.ts';
import { ContentTrouble } from '../errors.ts';
import { hostMachine } from '../fixtures/machine.ts';
import { addTools } from '../provision/environment.ts';
import { causeApplies, remedyApplies } from './applies.ts';

function remedy(more: object) {
  return RemedySchema.parse({ side: 'dead-end', steps: [{ id: 'a', run: 'true' }], ...more });
}

test('a remedy applies from the version that brought it until the one that took it away', () => {
  const known = remedy({ since: { node: '18' }, until: { node: '22' } });
  assert.equal(remedyApplies(known, { node: '17.9.1' }), false);
  assert.equal(remedyApplies(known, { node: '18.0.0' }), true);
  assert.equal(remedyApplies(known, { node: '21.7.3' }), true);
  assert.equal(remedyApplies(known, { node: '22.0.0' }), false);
  assert.equal(remedyApplies(remedy({}), {}), true);
});

test('a cause does not apply to the versions that `unless` names', () => {
  assert.equal(causeApplies({ unless: { gunicorn: '>=23' } }, { gunicorn: '23.0.0' }), false);
  assert.equal(causeApplies({ unless: { gunicorn: '>=23' } }, { gunicorn: '20.1.0' }), true);
});

test('a tool whose version nobody knows is told, with those that are known', () => {
  assert.throws(
    () => causeApplies({ unless: { gunicorn: '>=23' } }, { nginx: '1.26.3' }),
    (error) =>
      error instanceof ContentTrouble &&
      /gunicorn, whose version is unknown: name one of nginx/.test(error.message),
  );
});

test('a step can use another version of what comes from npm, of nothing else', async () => {
  const tools = [{ name: 'nginx', version: '1.28', target: '/opt/lab/use/nginx-1.28' }];
  const environment = { id: 'here', debian: 'trixie' as const, npm: {} };
  await assert.rejects(
    addTools(await hostMachine(), environment, tools),
    /uses nginx 1\.28, but only node and other tools that come from npm/,
  );
});
