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

test('the words that say most are offered to search for, and nothing that may be a secret', () => {
  const stub = makeStub('fatal: the flux capacitor of /srv/secret/place refused to align, token=abcdefgh');
  assert.deepEqual(stub?.words, ['flux', 'capacitor', 'refused', 'align']);
  assert.deepEqual(makeStub('error: failed')?.words, []);
});

test('a text that tells of no error gets no stub', () => {
  assert.equal(makeStub('all tests passed\nin 3 seconds'), null);
});
