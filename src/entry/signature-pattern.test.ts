import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { PlaceholderSchema, SignatureSchema } from './schema/signature.ts';
import { compileSignatures, splitSignature } from './signature-pattern.ts';

const PLACEHOLDERS = z.record(z.string(), PlaceholderSchema).parse({
  host: { kind: 'host', example: '::' },
  port: { kind: 'port', example: 3000 },
  path: { kind: 'path', example: '/tmp/app.sock' },
  branch: { kind: 'branch', example: 'main' },
  url: { kind: 'url', example: 'origin' },
});

function matcher(...signatures: unknown[]): ReturnType<typeof compileSignatures> {
  return compileSignatures(z.array(SignatureSchema).parse(signatures), PLACEHOLDERS);
}

describe('compileSignatures', () => {
  it('captures what stands in the place of placeholders, colons in addresses too', () => {
    const found = matcher('listen EADDRINUSE: address already in use {host}:{port}').match(
      'node:net:1\nError: listen EADDRINUSE: address already in use :::3000\n    at Server',
    );
    assert.deepEqual(found?.captures, { host: '::', port: '3000' });
  });

  it('takes a path with spaces to the end of its line', () => {
    const found = matcher('address already in use {path}').match(
      'address already in use /tmp/my app.sock\nnext',
    );
    assert.equal(found?.captures['path'], '/tmp/my app.sock');
  });

  it('prefers the wording with more literal text, whatever their order', () => {
    const found = matcher('502 Bad Gateway', 'recv() failed (104: Connection reset by peer)').match(
      '<h1>502 Bad Gateway</h1>\n[error] recv() failed (104: Connection reset by peer) while reading',
    );
    assert.equal(found?.signature, 'recv() failed (104: Connection reset by peer)');
  });

  it('wants the lines of a wording consecutive, each with its own prefix if need be', () => {
    const wording =
      "! [rejected]        {branch} -> {branch} (fetch first)\nerror: failed to push some refs to '{url}'";
    const output =
      "remote:  ! [rejected]        main -> main (fetch first)\nremote: error: failed to push some refs to 'hub'";
    assert.deepEqual(matcher(wording).match(output)?.captures, { branch: 'main', url: 'hub' });
    assert.equal(matcher(wording).match(output.replace('\n', '\nhint\n')), null);
  });

  it('holds a repeated name to the same text', () => {
    assert.equal(matcher('{branch} -> {branch} (fetch first)').match('main -> topic (fetch first)'), null);
  });

  it('never finds a composed headline', () => {
    assert.equal(matcher({ text: 'made up', composed: true }).match('made up'), null);
  });

  it('reads an escaped brace as a brace', () => {
    assert.equal(matcher('unexpected \\{port}').match('unexpected {port}')?.captures['port'], undefined);
    assert.deepEqual(splitSignature('a \\{b}'), [{ kind: 'text', text: 'a {b}' }]);
  });

  it('does not match across lines of one placeholder', () => {
    assert.equal(matcher('use {path} now').match('use a\nb now'), null);
  });
});
