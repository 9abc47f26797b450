import assert from 'node:assert/strict';
import {
  lstatSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { after, describe, test } from 'node:test';
import { runCli } from './cli.ts';
import { contentKnowledge } from './knowledge/content.ts';
import type { Knowledge } from './knowledge/knowledge.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixrate-cli-'));
after(() => rmSync(folder, { recursive: true }));

const PORT_LOG =
  'starting\nnode:events:497\nError: listen EADDRINUSE: address already in use 127.0.0.1:8461\n';
const ENTRY = 'node/err-address-already-in-use-eaddrinuse';

/** The content is read once for all calls. */
const knowledge: Knowledge = contentKnowledge();

/** Make a call as a shell would, and give what it wrote. */
async function call(
  argv: string[],
  {
    stdin,
    env = {},
    colour = false,
  }: { stdin?: string | Buffer; env?: Record<string, string>; colour?: boolean } = {},
): Promise<{ status: number; out: string; err: string }> {
  let out = '';
  let err = '';
  const status = await runCli(
    argv,
    { version: '1.2.3', open: () => knowledge },
    {
      stdin: Object.assign(Readable.from(stdin === undefined ? [] : [Buffer.from(stdin)]), {
        isTTY: stdin === undefined,
      }),
      out: (text) => {
        out += text;
      },
      err: (line) => {
        err += `${line}\n`;
      },
      colour,
      columns: 80,
      env,
    },
  );
  return { status, out, err };
}

describe('fixrate match', () => {
  test('names the error in a piped log, its line, the values, the causes and what fixed them', async () => {
    const { status, out } = await call(['match'], { stdin: PORT_LOG });
    assert.equal(status, 0);
    assert.match(out, new RegExp(ENTRY));
    assert.match(out, /line 3\n {2}Error: listen EADDRINUSE: address already in use 127\.0\.0\.1:8461/);
    assert.match(out, /port = 8461/);
    assert.match(out, /to tell: ss -Hltn 'sport = :8461'/);
    assert.match(out, /fixed by \d+\/\d+: /);
  });

  test('answers in Chinese by --lang and by the terminal', async () => {
    for (const one of [
      await call(['match', '--lang', 'zh', PORT_LOG]),
      await call(['match', PORT_LOG], { env: { LANG: 'zh_CN.UTF-8' } }),
    ])
      assert.match(one.out, /第 3 行/);
  });

  test('colours only where it may', async () => {
    assert.ok((await call(['match', PORT_LOG], { colour: true })).out.includes('\u001b[1m'));
    assert.ok(!(await call(['match', PORT_LOG])).out.includes('\u001b'));
  });

  test('a log cannot steer the terminal through what is quoted of it', async () => {
    const hostile =
      'Error: listen EADDRINUSE: address already in use 127.0.0.1:84\u001b]0;owned\u0007\u001b[2J61';
    const { out } = await call(['match'], { stdin: hostile });
    assert.ok(!out.includes('\u001b') && !out.includes('\u0007'));
  });

  test('ends with 1 where nothing is known, and says what is near', async () => {
    const { status, out } = await call(['match', 'zork: the quux is not frobnicated at all today']);
    assert.equal(status, 1);
    assert.match(out, /No error here is recognised/);
  });

  test('says how to give a file whose name was given for a text', async () => {
    const file = join(folder, 'build.log');
    writeFileSync(file, PORT_LOG);
    const { status, err } = await call(['match', file]);
    assert.equal(status, 1);
    assert.match(err, /is a file; to match what is in it: fixrate match < .*build\.log/);
  });

  test('offers words and the start of a new entry for what nobody knows, without secrets', async () => {
    const log = 'zork: fatal: the quux refused to frobnicate\u001b[2J, token=hunter2';
    const { out } = await call(['match'], { stdin: log });
    assert.match(out, /Words to search for: .*frobnicate/);
    assert.match(out, /signatures:\n {2}- 'zork: fatal: the quux refused/);
    assert.ok(!out.includes('hunter2') && !out.includes('\u001b'));
  });

  test('gives everything as JSON', async () => {
    const { matches } = JSON.parse((await call(['match', '--json', PORT_LOG])).out);
    assert.equal(matches[0].entry, ENTRY);
    assert.equal(matches[0].captures.port, '8461');
    assert.ok(matches[0].printedBy.length > 0);
  });

  test('explains which words counted how much', async () => {
    assert.match((await call(['match', '--explain', PORT_LOG])).out, /\+ +\d+\.\d bits {2}eaddrinuse/);
  });

  test('without a text or a pipe it says how to give one', async () => {
    const { status, err } = await call(['match']);
    assert.equal(status, 2);
    assert.match(err, /needs a text/);
  });

  test('reads what PowerShell writes into a file', async () => {
    const { status, out } = await call(['match'], { stdin: Buffer.from(`\ufeff${PORT_LOG}`, 'utf16le') });
    assert.equal(status, 0);
    assert.match(out, /port = 8461/);
  });

  test('takes bytes that are no text', async () => {
    assert.equal((await call(['match'], { stdin: Buffer.from([0xff, 0xfe, 0, 0x80, 10, 0xc3]) })).status, 1);
  });
});

test('fixrate match --batch answers each line, in order, and a wrong one in its place', async () => {
  const lines = [
    JSON.stringify({ id: 'a', text: PORT_LOG }),
    '{"id": 2}',
    '\ufeff{"id": ',
    JSON.stringify({ id: 3, text: 'nothing known' }),
  ];
  const { status, out, err } = await call(['match', '--batch'], { stdin: lines.join('\n') });
  const answers = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  assert.deepEqual(
    answers.map(({ id }) => id),
    ['a', 2, null, 3],
  );
  assert.deepEqual(Object.keys(answers[0].matches[0]), ['entry', 'score', 'line', 'signature', 'captures']);
  assert.equal(answers[0].matches[0].line, 3);
  assert.deepEqual(answers[3].matches, []);
  assert.match(answers[1].error, /line 2: text:.*a line is \{"id":"…","text":"…"\}$/);
  assert.match(err, /^stdin:2: text:.*\nstdin:3: not JSON:/);
  assert.equal(status, 2);
});

describe('fixrate index', () => {
  const source = join(folder, 'own.ndjson');
  const index = join(folder, 'own.index');

  test('builds an index that is used beside the built-in one, or alone', async () => {
    writeFileSync(
      source,
      `${JSON.stringify({ id: 'team/widget', signatures: ['FOO-42: the widget {name} exploded'] })}\n`,
    );
    assert.equal((await call(['index', source, '-o', index])).status, 0);
    const text = `${PORT_LOG}FOO-42: the widget left-pad exploded`;
    const both = JSON.parse((await call(['match', '--json', '--index', index, text])).out).matches;
    assert.deepEqual(both.map(({ entry }: { entry: string }) => entry).sort(), [ENTRY, 'team/widget']);
    const alone = JSON.parse((await call(['match', '--json', '--index', index, '--only', text])).out).matches;
    assert.deepEqual(
      alone.map(({ entry }: { entry: string }) => entry),
      ['team/widget'],
    );
    assert.equal(alone[0].captures.name, 'left-pad');
  });

  test('names every wrong line and writes nothing', async () => {
    const before = readFileSync(index, 'utf8');
    writeFileSync(
      source,
      '{"id":"a","signatures":["x y z"]}\nnot json\n{"id":"b"}\n{"id":"a","signatures":["q"]}\n',
    );
    const { status, err } = await call(['index', source, '-o', index]);
    assert.equal(status, 2);
    for (const place of [':2: not JSON', ':3: signatures', ':4: the id "a" stands in line 1 too'])
      assert.ok(err.includes(place), place);
    assert.equal(readFileSync(index, 'utf8'), before);
  });

  test('a place that cannot be written is said so, and nothing is left there', async () => {
    writeFileSync(source, '{"id":"a","signatures":["x y z"]}\n');
    for (const place of [folder, join(folder, 'none/own.index')]) {
      const { status, err } = await call(['index', source, '-o', place]);
      assert.equal(status, 2);
      assert.ok(err.startsWith(`fixrate: ${place} cannot be written: `), err);
    }
    assert.deepEqual(
      readdirSync(tmpdir()).filter((name) => name.endsWith('.tmp') && name.startsWith(basename(folder))),
      [],
    );
  });

  test('a link is written through, and stays one', async () => {
    const link = join(folder, 'link.index');
    symlinkSync(index, link);
    writeFileSync(source, '{"id":"team/linked","signatures":["FOO-43: linked"]}\n');
    assert.equal((await call(['index', source, '-o', link])).status, 0);
    assert.ok(lstatSync(link).isSymbolicLink());
    assert.match(readFileSync(index, 'utf8'), /team\/linked/);
  });

  test('a file that is no index is said so', async () => {
    writeFileSync(source, '{}');
    assert.match((await call(['match', '--index', source, 'x'])).err, /own\.ndjson: This is no match index/);
  });
});

test('fixrate show gives the page as Markdown, in both languages, and the data', async () => {
  assert.match((await call(['show', ENTRY])).out, /^# The address is already taken/);
  assert.match((await call(['show', '--lang=zh', ENTRY])).out, /^# .*\p{Script=Han}/u);
  assert.equal(JSON.parse((await call(['show', '--json', ENTRY])).out).id, ENTRY);
  const code = knowledge.entry(ENTRY)?.code ?? '';
  assert.match(
    (await call(['show', code.toLowerCase().replace('-', '')])).out,
    /^# The address is already taken/,
  );
  const mistyped = await call(['show', code.slice(0, -1) + (code.endsWith('0') ? '1' : '0')]);
  assert.equal(mistyped.status, 2);
  assert.match(mistyped.err, /one of its signs is wrong/);
  const missing = await call(['show', 'node/no-such-entry']);
  assert.equal(missing.status, 2);
  assert.match(missing.err, /There is no entry "node\/no-such-entry"/);
});

test('fixrate search finds by code, by a part of it, by words and in Chinese', async () => {
  for (const query of ['EADDRINUSE', 'address in use', 'eaddr', '端口'])
    assert.ok((await call(['search', query])).out.includes(ENTRY), query);
  assert.equal((await call(['search', 'zzqqxxyy'])).status, 1);
});

test('fixrate domains lists what there is', async () => {
  const { out } = await call(['domains', '--lang', 'zh']);
  assert.match(out, /API 与代理/);
  assert.ok(out.includes(ENTRY));
});

describe('fixrate diagnose', () => {
  test('shows each check and runs none without consent', async () => {
    const { status, err } = await call(['diagnose', ENTRY], { stdin: '' });
    assert.equal(status, 2);
    assert.match(err, /--yes/);
  });

  test('runs nothing for a reader who leaves', async () => {
    const { status, out } = await call(['diagnose', ENTRY, '--set', 'port=3000', '--set', 'socket=/tmp/x']);
    assert.equal(status, 1);
    assert.match(out, /None of the 0 checks/);
  });

  test('a check that lacks a value of the reader is not run', async () => {
    const { status, out } = await call(['diagnose', ENTRY, '--yes'], { stdin: '' });
    assert.equal(status, 1);
    assert.match(out, /--set port=…/);
    assert.match(out, /None of the 0 checks/);
  });

  test('a message leaves out the checks of causes that never print it; that of another error is no use', async () => {
    const count = ({ out }: { out: string }): number => Number(/^(\d+) checks/.exec(out)?.[1]);
    const all = await call(['diagnose', ENTRY, '--yes'], { stdin: '' });
    const narrowed = await call(['diagnose', ENTRY, '--yes', '--message', PORT_LOG], { stdin: '' });
    assert.ok(count(narrowed) < count(all), `${count(narrowed)} of ${count(all)}`);
    const other = await call(['diagnose', ENTRY, '--yes', '--message', 'fatal: early EOF'], { stdin: '' });
    assert.equal(count(other), count(all));
    assert.match(other.err, /not recognised as node\/err-address/);
  });

  test('values come from the message too; one that would run something is not taken', async () => {
    const { out } = await call(
      ['diagnose', ENTRY, '--yes', '--set', 'port=80; touch /tmp/x', '--message', PORT_LOG],
      { stdin: '' },
    );
    assert.ok(!out.includes('touch /tmp/x'));
  });
});

test('help and trouble are said in the language of the call or of the terminal', async () => {
  assert.match((await call(['--help', '--lang', 'zh'])).out, /^识别报错/);
  assert.match((await call(['--help'], { env: { LANG: 'zh_CN.UTF-8' } })).out, /^识别报错/);
  assert.match((await call(['--help', '--lang=en'], { env: { LANG: 'zh_CN.UTF-8' } })).out, /^Names known/);
  assert.match((await call(['nope', '--lang=zh'])).err, /没有“nope”这个命令/);
  assert.match(
    (await call(['match', '--lang', 'fr', 'x'], { env: { LANG: 'zh_CN.UTF-8' } })).err,
    /只有 en 和 zh/,
  );
});

test('a call that is wrong says how to call', async () => {
  for (const argv of [
    ['nope'],
    ['match', '--nope'],
    ['show'],
    ['show', 'a', 'b'],
    ['match', '--lang', 'fr', 'x'],
    ['diagnose', ENTRY, '--set', 'x'],
    ['match', '--only', 'x'],
    ['match', '--batch', 'x'],
    ['match', '--batch'],
  ]) {
    const { status, err } = await call(argv);
    assert.equal(status, 2, argv.join(' '));
    assert.match(err, /^fixrate: .{20,}/);
  }
});
