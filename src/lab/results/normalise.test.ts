import assert from 'node:assert/strict';
import { test } from 'node:test';
import { excerptOf } from './excerpt.ts';
import { normalise } from './normalise.ts';

const CASES: readonly (readonly [string, string])[] = [
  [
    '2026/11/23 20:31:54 [error] 27112#27112: *3 recv() failed (104: Connection reset by peer)',
    '<time> [error] <pid>#<pid>: *<n> recv() failed (104: Connection reset by peer)',
  ],
  [
    '[2026-11-23 20:31:54 +0000] [27012] [INFO] Booting worker with pid: 27012',
    '[<time>] [<pid>] [INFO] Booting worker with pid: <pid>',
  ],
  [
    "ERROR 1045 (28000): Access denied for user 'app'@'localhost'",
    "ERROR 1045 (28000): Access denied for user 'app'@'localhost'",
  ],
  ['users:(("node",pid=27019,fd=18))', 'users:(("node",pid=<pid>,fd=18))'],
  ['(node:27044) Warning: at 2026-11-23T20:31:54.123Z', '(node:<pid>) Warning: at <time>'],
  ['lab      27013  0.0 python3 hold.py 3000', 'lab      <pid>  0.0 python3 hold.py 3000'],
  [
    'python3 27047 lab 3u IPv4 444910      0t0  TCP *:3000 (LISTEN)',
    'python3 <pid> lab 3u IPv4 <inode> 0t0  TCP *:3000 (LISTEN)',
  ],
  ['127.0.0.1:45678 -> 127.0.0.1:8080', '127.0.0.1:<port> -> 127.0.0.1:8080'],
  ['   4f2a9c1..8b7d3e0  main -> main', '   <hash>..<hash>  main -> main'],
  ['[main 4f2a9c1] Add milk', '[main <hash>] Add milk'],
  ['curl: (28) timed out after 2001 ms, 0.25 s', 'curl: (28) timed out after <duration>, <duration>'],
  [
    'A complete log of this run: /home/lab/.npm/_logs/2026-11-25T10_23_37_307Z-debug-0.log',
    'A complete log of this run: /home/lab/.npm/_logs/<time>-debug-0.log',
  ],
  [
    '1048576 bytes (1.0 MB, 1.0 MiB) copied, 0.02 s, 66.0 MB/s',
    '1048576 bytes (1.0 MB, 1.0 MiB) copied, <duration>, <rate>',
  ],
  ['at 0x7f3a2b10 in /tmp/tmpab12cd34/x', 'at 0x<address> in /tmp/<tmp>/x'],
  ['\u001b[31mred\u001b[0m', 'red'],
  ['10%\r50%\r100% done', '100% done'],
  ['T<sl node server.js', 'Tsl node server.js'],
  // What tells versions, ports and codes apart stays.
  [
    'Error: listen EADDRINUSE: address already in use :::3000',
    'Error: listen EADDRINUSE: address already in use :::3000',
  ],
  ['HTTP/1.1 502 Bad Gateway, errno: -98, git 2.39.5', 'HTTP/1.1 502 Bad Gateway, errno: -98, git 2.39.5'],
  ['at listenInCluster (node:net:1965:12)', 'at listenInCluster (node:net:1965:12)'],
];

test('what differs between two runs is replaced, what matters stays', () => {
  for (const [text, expected] of CASES) {
    assert.equal(normalise(text), expected);
    assert.equal(normalise(expected), expected, 'a second time changes nothing');
  }
});

test('an excerpt is the lines of the signature with what fits around them', () => {
  const lines = Array.from({ length: 60 }, (_, index) => `line ${index} of a long output`);
  lines[30] = 'boom: it broke';
  const output = lines.join('\n');
  const match = { index: output.indexOf('it broke'), length: 8 };
  const excerpt = excerptOf(output, match);
  assert.match(excerpt, /line 29 of a long output\nboom: it broke\nline 31 of a long output/);
  assert.ok(excerpt.length <= 400, `${excerpt.length} characters`);
});

test('a signature at the end of a long line is kept', () => {
  const output = `${'x'.repeat(500)} boom: it broke`;
  assert.equal(excerptOf(output, { index: output.indexOf('boom'), length: 14 }), output);
});

test('an excerpt without a signature is the last lines', () => {
  assert.equal(excerptOf('one\n\ntwo\n', null), 'one\ntwo');
  assert.equal(excerptOf('one\nretrying\nretrying\nretrying\n', null), 'one\nretrying');
  const long = Array.from({ length: 200 }, (_, index) => `line ${index}`).join('\n');
  const excerpt = excerptOf(long, null);
  assert.ok(excerpt.endsWith('line 199') && excerpt.length <= 400);
  assert.ok(excerptOf('x'.repeat(10_000), null).length < 310, 'a single long line is cut');
});
