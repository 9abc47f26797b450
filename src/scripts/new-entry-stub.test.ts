import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'yaml';
import { makeStub } from './new-entry-stub.ts';

const signature = (text: string): string => parse(makeStub(text)?.yaml ?? '').signatures[0];

test('a stub holds the telling line, and it is YAML', () => {
  assert.equal(
    signature("building…\nError: can't open the 'widget' store: no such store\n    at run (a.js:1)"),
    "Error: can't open the 'widget' store: no such store",
  );
});

test('neither secrets nor what varies gets into a stub', () => {
  const text =
    'error: GET https://ann:pw@repo.example/x failed for ann@corp.example from 10.1.2.3:443, token=s3cr3t-value, ghp_abcdefghijklmnop1234 in /home/ann/app/main.js';
  const stub = signature(text);
  for (const secret of ['ann', 'pw', '10.1.2.3', 's3cr3t', 'ghp_'])
    assert.ok(!stub.includes(secret), `${secret} in ${stub}`);
  assert.match(stub, /^error: GET \{url\} failed for \{address\}/);
});

test('a secret stays out however it is written', () => {
  for (const text of [
    'error: 401 for Authorization: Bearer hunter2-x.y',
    'curl error: authorization: Basic hunter2==',
    'failed: mysql --password hunter2 -h db',
    'failed: deploy --token=hunter2',
    'error: invalid npm_hunter2abcdefghijklmnop0123456789',
    'fatal: AccessDenied for key hunter2ABCDEFGHIJKLMNOPQRSTUVWX',
    'error: PGPASSWORD=hunter2 psql failed',
    'error: Set-Cookie: session-hunter2; Path=/',
    'error: cannot connect to hunter2.prod.corp.example:5432',
    'fatal: https://hunter2@git.example/a.git not found',
  ])
    assert.ok(!signature(text).includes('hunter2'), signature(text));
  assert.equal(
    signature('Error: java.lang.IllegalStateException at widget'),
    'Error: java.lang.IllegalStateException at widget',
  );
});

test('the words that say most are offered to search for, and nothing that may be a secret', () => {
  const stub = makeStub('fatal: the flux capacitor of /srv/secret/place refused to align, token=abcdefgh');
  assert.deepEqual(stub?.words, ['flux', 'capacitor', 'refused', 'align']);
  assert.deepEqual(makeStub('error: failed')?.words, []);
});

test('a text that tells of no error gets no stub', () => {
  assert.equal(makeStub('all tests passed\nin 3 seconds'), null);
});
