import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { createMatcher } from './matcher.ts';
import { packIndex } from './pack.ts';

const SIGNATURES = [
  'Error: listen EADDRINUSE: address already in use {host}:{port}',
  "error: failed to push some refs to '{remote}'",
  'connect() failed (111: Connection refused) while connecting to upstream',
  '连接被拒绝',
  'line one {a}\nline two {a}',
];
const matcher = createMatcher(packIndex(SIGNATURES.map((text, i) => ({ id: `f/${i}`, signatures: [text] }))));
const PIECES = [
  ...SIGNATURES,
  '\u001b[31m',
  '\u001b]0;',
  '\\u001b[',
  '&#xA;',
  '&quot;',
  '<br',
  '\\n',
  '\\',
  "n't",
  '\r',
  '\u0001',
];

/** Text that is made to trip the scanner: torn escapes, pieces of signatures, any code point. */
const hostile = fc
  .array(fc.oneof(fc.constantFrom(...PIECES), fc.string({ unit: 'binary' }), fc.string()), { maxLength: 40 })
  .map((parts) => parts.join(''));

describe('the matcher, fuzzed', () => {
  it('never throws, and every offset lies in the text', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        for (const { lines } of matcher.match(text).matches) {
          for (const { start, end } of lines) assert.ok(start >= 0 && start <= end && end <= text.length);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('takes random bytes, every plane of Unicode, lone surrogates and markup', () => {
    const bytes = Buffer.from(Uint8Array.from({ length: 65_536 }, (_, i) => (i * 7919) % 256)).toString(
      'latin1',
    );
    const planes = Array.from({ length: 17 }, (_, plane) =>
      String.fromCodePoint(plane * 0x10000 + 0x41, plane * 0x10000 + 0xfffd),
    );
    const surrogates = '\ud800\udc00\udc00\ud800x'.repeat(1000);
    const markup = '<script>alert(1)</script><img src=x onerror=alert(1)>&lt;&#0;&#x110000;'.repeat(500);
    for (const text of [bytes, planes.join(''), surrogates, markup, '\0'.repeat(9999)]) {
      assert.deepEqual(matcher.match(text).matches, []);
    }
  });

  it('takes any author’s signature, and finds the plain ones again', () => {
    fc.assert(
      fc.property(hostile, hostile, (signature, text) => {
        createMatcher(packIndex([{ id: 'x/y', signatures: [signature], context: [text] }])).match(text);
      }),
      { numRuns: 300 },
    );
  });

  it('works on one line of 10 MB', () => {
    const line = `${'lorem ipsum 12345 /usr/lib/x '.repeat(350_000)}${SIGNATURES[0]}`;
    assert.ok(line.length > 10_000_000);
    assert.equal(matcher.match(line).matches[0]?.entry, 'f/0');
  });

  const shapes: Record<string, string> = {
    'harmless lines': 'GET /index.html 200 12 ms\n',
    'a message in every line': `${SIGNATURES[2]}\n`,
    'words of signatures in the wrong order':
      'upstream to connecting while refused connection failed connect address listen ',
    'one word over and over': 'connect ',
    'escapes over and over': '\\n&amp;\u001b[1m',
    'Chinese without a break': '连接被拒绝端口占用',
  };
  for (const [name, unit] of Object.entries(shapes)) {
    it(`does work linear in the text: ${name}`, () => {
      const work = (times: number) => matcher.match(unit.repeat(times)).operations;
      assert.ok(work(4000) <= 4.2 * work(1000) + 1000);
    });
  }
});
