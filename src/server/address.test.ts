import assert from 'node:assert/strict';
import { test } from 'node:test';
import { siteAddress } from './address.ts';

test('the address is a loopback one unless the environment names another', () => {
  assert.deepEqual(siteAddress({}), { origin: 'http://localhost:4321', base: '/' });
  assert.deepEqual(siteAddress({ SITE_URL: 'https://kb.example/', BASE_PATH: 'kb' }), {
    origin: 'https://kb.example',
    base: '/kb/',
  });
  assert.equal(siteAddress({ BASE_PATH: '/a/b/' }).base, '/a/b/');
});

test('an address with a path, or none at all, is refused with what to do', () => {
  for (const SITE_URL of ['https://kb.example/kb', 'kb.example', 'ftp://kb.example']) {
    assert.throws(() => siteAddress({ SITE_URL }), /SITE_URL is ".*BASE_PATH/);
  }
});
