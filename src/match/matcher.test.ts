import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createMatcher } from './matcher.ts';
import { packIndex } from './pack.ts';
import type { Match, MatchInput } from './types.ts';

const ENTRIES: MatchInput[] = [
  {
    id: 'node/eaddrinuse',
    signatures: [
      'Error: listen EADDRINUSE: address already in use {host}:{port}',
      'Error: listen EADDRINUSE {host}:{port}',
    ],
    context: ['setupListenHandle'],
  },
  {
    id: 'node/heap',
    signatures: ['FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory'],
  },
  { id: 'node/not-a-function', signatures: ['TypeError: {name} is not a function'] },
  { id: 'git/early-eof', signatures: ['fatal: early EOF', 'fatal: index-pack failed'] },
  {
    id: 'git/push',
    signatures: [
      "error: failed to push some refs to '{remote}'",
      "! [remote rejected] {ref} -> {branch} (pre-receive hook declined)\nerror: failed to push some refs to '{remote}'",
    ],
    wraps: ['git/behind'],
  },
  {
    id: 'git/behind',
    signatures: ['hint: Updates were rejected because the tip of your current branch is behind'],
  },
  { id: 'linux/denied', signatures: ['bash: {path}: Permission denied'], context: ['chmod'] },
  { id: 'typescript/ts2304', signatures: ["error TS2304: Cannot find name '{name}'."] },
  {
    id: 'php/memory',
    signatures: ['Allowed memory size of {limit} bytes exhausted (tried to allocate {bytes} bytes)'],
  },
  {
    id: 'python/circular',
    signatures: ["ImportError: cannot import name '{name}' from partially initialized module '{module}'"],
  },
  {
    id: 'net/refused',
    signatures: [
      'connect: 连接被拒绝',
      'curl: (7) Failed to connect to {host} port {port}: Connection refused',
    ],
  },
];
const matcher = createMatcher(packIndex(ENTRIES));

function first(text: string): Match | undefined {
  return matcher.match(text).matches[0];
}

describe('createMatcher', () => {
  it('names the wording that says most of what was found whole', () => {
    const first = ' ! [remote rejected] main -> main (pre-receive hook declined)';
    const second = "error: failed to push some refs to 'git.example:shop.git'";
    const matcher = createMatcher(packIndex(ENTRIES));
    const [both] = matcher.match(`${first}\n${second}`).matches;
    assert.match(both?.signature ?? '', /pre-receive hook declined/);
    assert.deepEqual(both?.captures, { ref: 'main', branch: 'main', remote: 'git.example:shop.git' });
    const [alone] = matcher.match(second).matches;
    assert.equal(alone?.signature, "error: failed to push some refs to '{remote}'");
  });

  it('names the entry, the line and what stood in the place of each placeholder', () => {
    const found = first('starting\nError: listen EADDRINUSE: address already in use :::3000\n    at Server');
    assert.equal(found?.entry, 'node/eaddrinuse');
    assert.deepEqual(found?.captures, { host: '::', port: '3000' });
    assert.equal(found?.lines[0]?.line, 2);
    assert.equal(found?.lines[0]?.text, 'Error: listen EADDRINUSE: address already in use :::3000');
  });

  it('takes no colours into a value', () => {
    for (const esc of ['\u001b', '\\u001b', '\\x1b', '\\033']) {
      const line = `${esc}[31mError: listen EADDRINUSE: address already in use ${esc}[1m::${esc}[0m:${esc}[36m3000${esc}[0m`;
      assert.deepEqual(first(line)?.captures, { host: '::', port: '3000' }, esc);
    }
  });

  it('counts a message once, however many wordings fit it', () => {
    const entries = [
      {
        id: 'db/locked',
        signatures: ['Error: the widget store is locked', 'WidgetError: the widget store is locked'],
      },
    ];
    const text = '{"level":"error","stack":"WidgetError: the widget store is locked\\n    at open (a.js:1)"}';
    const [match] = createMatcher(packIndex(entries)).match(text).matches;
    assert.deepEqual([match?.count, match?.lines.length], [1, 1]);
  });

  it('says which words counted how much', () => {
    const words = first('Error: listen EADDRINUSE: address already in use :::3000')?.words ?? [];
    const bits = (word: string) => words.find((one) => one.word === word)?.bits ?? 0;
    assert.ok(words.every(({ found }) => found));
    assert.ok(bits('eaddrinuse') > 3 * bits('in'));
  });

  const damaged: Record<string, [text: string, entry: string]> = {
    'ANSI colours': [
      '\u001b[31mError: listen \u001b[1mEADDRINUSE\u001b[0m: address already in use 0.0.0.0:80',
      'node/eaddrinuse',
    ],
    'colours that lost their escape': ['[31mfatal: [0mearly EOF', 'git/early-eof'],
    'a log prefix': ['2024-01-02T03:04:05Z web-1 | [err] (12) fatal: early EOF', 'git/early-eof'],
    'a first letter too many': [
      'Receiving objects: 15%\rffatal: early EOF\nfatal: index-pack failed',
      'git/early-eof',
    ],
    'a first letter lost': ["rror: failed to push some refs to 'h'", 'git/push'],
    'a word wrapped in its middle': [
      '[26-Apr-2023 10:59:07 UTC] PHP Fatal error:  Allowed memory size of 3221225472 b\nytes exhausted (tried to allo\ncate 20480 bytes)',
      'php/memory',
    ],
    'a line wrapped between words': [
      'Updates were rejected because the tip of your current\nbranch is behind its remote counterpart',
      'git/behind',
    ],
    'a line cut short': ['FATAL ERROR: Reached heap limit Allocation failed - JavaScr', 'node/heap'],
    'HTML escapes': [
      'ImportError: cannot import name &#39;a&#39; from partially initialized module &quot;b&quot;',
      'python/circular',
    ],
    'a JSON string': ['{"msg":"boom\\nfatal: early EOF\\nfatal: index-pack failed\\n"}', 'git/early-eof'],
    'a JavaScript string': [
      "  'x\\n' +\n  'error TS2304: Cannot find name \\'Foo\\'.\\n' +",
      'typescript/ts2304',
    ],
    'another form of the same word': ["error TS2304: Can't find name 'Foo'.", 'typescript/ts2304'],
    'Chinese among other text': ['dial tcp 10.0.0.1:5432: connect: 连接被拒绝', 'net/refused'],
  };
  for (const [name, [text, entry]] of Object.entries(damaged)) {
    it(`recognises a message through ${name}`, () => assert.equal(first(text)?.entry, entry));
  }

  it('takes \\n in a Windows path for a path', () => {
    const found = first('error TS2304: Cannot find name "C:\\new\\fatal".');
    assert.equal(found?.captures['name'], 'C:\\new\\fatal');
    const other = first('error TS2304: Cannot find name "C:\\example".');
    assert.equal(other?.captures['name'], 'C:\\example');
  });

  it('ranks an error that wraps others below them, and counts repeats', () => {
    const report = matcher.match(
      "error: failed to push some refs to 'h'\nhint: Updates were rejected because the tip of your current branch is behind\n" +
        "error: failed to push some refs to 'h'\n",
    );
    assert.deepEqual(
      report.matches.map(({ entry, count }) => [entry, count]),
      [
        ['git/behind', 1],
        ['git/push', 2],
      ],
    );
  });

  it('finds an entry by a code or words that a reader types, in parts too', () => {
    for (const query of ['EADDRINUSE', 'ts2304', '2304', 'TS(2304)']) {
      assert.equal(first(query)?.entry, query === 'EADDRINUSE' ? 'node/eaddrinuse' : 'typescript/ts2304');
    }
    assert.equal(first('early eof')?.entry, 'git/early-eof');
    assert.equal(first('permission denied'), undefined);
  });

  it('does not take another code for the same error, however alike the words', () => {
    assert.deepEqual(matcher.match("error TS2552: Cannot find name 'Foo'. Did you mean 'foo'?").matches, []);
  });

  it('does not take another reason for the same error where a value stands before it', () => {
    const entries = [
      ...ENTRIES,
      { id: 'java/files', signatures: ['java.io.FileNotFoundException: {file} (Too many open files)'] },
    ];
    const { match } = createMatcher(packIndex(entries));
    const answerTo = (text: string): string | undefined => match(text).matches[0]?.entry;
    const opening = 'java.io.FileNotFoundException: /srv/shop/prices.csv';
    assert.equal(answerTo(`${opening} (Too many open files)`), 'java/files');
    assert.equal(answerTo(`${opening} (Too ma`), 'java/files');
    for (const reason of [
      'No such file or directory',
      'Permission denied',
      'The system cannot find the file specified',
    ])
      assert.equal(answerTo(`${opening} (${reason})`), undefined, reason);
  });

  it('abstains where only a common phrase fits, and names what is near', () => {
    const { matches, nearEntries } = matcher.match('mkdir: Permission denied');
    assert.deepEqual(matches, []);
    assert.equal(nearEntries[0]?.name, 'linux/denied');
  });

  it('takes what any program prints for an error only with something that speaks for it, or alone', () => {
    const entries = [{ id: 'linux/chown', signatures: ['Operation not permitted'] }];
    const { match } = createMatcher(packIndex(entries));
    const answerTo = (text: string): string | undefined => match(text).matches[0]?.entry;
    assert.equal(answerTo("chown: changing ownership of '/data': Operation not permitted"), 'linux/chown');
    assert.equal(answerTo('Operation not permitted'), 'linux/chown');
    const other = "Error: EPERM: operation not permitted, unlink 'a.tmp'";
    assert.equal(answerTo(other), undefined);
    assert.equal(match(other).nearEntries[0]?.name, 'linux/chown');
  });

  it('names an error that has a line of its own, though another fits one of its lines better', () => {
    const entries = [
      ...ENTRIES,
      {
        id: 'git/rpc',
        signatures: [
          'fatal: the sideband ended early',
          'error: RPC failed; curl {number} {reason} fatal: the sideband ended early',
        ],
      },
      {
        id: 'net/stream',
        signatures: ['curl: ({number}) HTTP/2 stream {id} was not closed cleanly: {error}'],
      },
    ];
    const failed = 'error: RPC failed; curl 92 HTTP/2 stream 5 was not closed cleanly: CANCEL';
    const { matches } = createMatcher(packIndex(entries)).match(
      `${failed}\nfatal: the sideband ended early\nfatal: the sideband is closed`,
    );
    assert.deepEqual(matches.map(({ entry, alternative }) => [entry, alternative]).sort(), [
      ['git/rpc', false],
      ['net/stream', false],
    ]);
  });

  it('answers nothing to harmless text, empty text and blanks', () => {
    for (const text of ['', '   \n\n', 'Compiling foo v1.0\nFinished in 3 s, 0 errors']) {
      assert.deepEqual(matcher.match(text).matches, []);
    }
  });

  it('names the families that a text speaks of', () => {
    assert.equal(
      matcher.match('npm run build\nnode_modules/x/index.js:3 process exited').nearFamilies[0]?.name,
      'node',
    );
  });

  it('finds an error at the end of a long log of others, and counts those', () => {
    const noise = Array.from(
      { length: 9000 },
      (_, i) => `fatal: early EOF x${'abcdefghij'[i % 10]}${i} at`,
    ).join('\n');
    const { matches } = matcher.match(`${noise}\nerror TS2304: Cannot find name 'Foo'.`);
    assert.deepEqual(matches.map(({ entry, count }) => [entry, count]).sort(), [
      ['git/early-eof', 9000],
      ['typescript/ts2304', 1],
    ]);
  });

  it('holds lines and values within bounds', () => {
    const long = first(`error TS2304: Cannot find name '${'x'.repeat(5000)}'.`);
    assert.ok((long?.captures['name']?.length ?? 0) <= 300);
    const many = matcher.match('fatal: early EOF\n'.repeat(500)).matches[0];
    assert.equal(many?.count, 500);
    assert.ok((many?.lines.length ?? 0) <= 20);
  });
});
