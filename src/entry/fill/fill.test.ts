import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { splitTemplate } from '../placeholders.ts';
import { fillCommand } from './fill-command.ts';
import { fitForText, quoteForShell } from './quote.ts';
import { findShellPlaces } from './shell-place.ts';
import { isValueOf } from './values.ts';

const SHELLS = ['/bin/bash', '/bin/dash', '/bin/sh'].filter(existsSync);

/** Put a value into a template as the page does; null where a place takes none. */
function fill(template: string, value: string): string | null {
  const parts = splitTemplate(template, ['x']);
  const places = findShellPlaces(parts);
  const texts = parts.map((part) =>
    part.kind === 'text'
      ? part.text
      : quoteForShell(value, places.shift() ?? { kind: 'unknown', quote: null }),
  );
  return texts.includes(null) ? null : texts.join('');
}

/** The arguments that a shell makes of each of these commands; their common name is `args`. */
function argumentsIn(shell: string, commands: readonly string[]): string[][] {
  const script = [
    `args() { for one do printf '%s\\0' "$one"; done; }`,
    ...commands.flatMap((command) => [command, `printf '\\n\\0'`]),
  ];
  const { stdout, stderr } = spawnSync(shell, ['-c', script.join('\n')], {
    encoding: 'utf8',
    env: {},
    cwd: '/',
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  assert.equal(stderr, '');
  // A line break alone ends what one command printed; no value has one.
  return stdout
    .split('\n\0')
    .slice(0, -1)
    .map((printed) => printed.split('\0').slice(0, -1));
}

const VALUES = fc.oneof(
  fc.string({ minLength: 1, maxLength: 20 }),
  fc.string({ unit: fc.constantFrom(...`a-'"\\$\`!;&|<>(){}[]*?~# \t%=,/.`), minLength: 1, maxLength: 12 }),
  fc.constantFrom(
    '$(touch /tmp/x)',
    '`id`',
    "';id;'",
    '"; id; "',
    '--help',
    '-rf',
    '~/a b',
    'a\nb',
    '$HOME',
    '*',
    '{a,b}',
    '端口 1',
    'C:\\Users\\me',
  ),
);

describe('a value in a shell command', () => {
  const templates: [string, (value: string) => string[]][] = [
    ['args {x}', (value) => [value]],
    ['args a{x}', (value) => [`a${value}`]],
    ['args {x}/tcp z', (value) => [`${value}/tcp`, 'z']],
    ['args "{x}" z', (value) => [value, 'z']],
    ["args '{x}'; args z", (value) => [value, 'z']],
    ['args "p = :{x}"', (value) => [`p = :${value}`]],
    ["A=1 args 'p = :{x}' z", (value) => [`p = :${value}`, 'z']],
    ['args "$(printf %s {x})"', (value) => [value]],
    ['if true; then args --name={x}; fi', (value) => [`--name=${value}`]],
  ];
  for (const shell of SHELLS) {
    test(`is one argument with these very characters in ${shell}, or is not put there`, () => {
      const cases = templates.flatMap(([template, expected]) =>
        fc
          .sample(VALUES, { numRuns: 200 })
          .filter((value) => !value.startsWith('~/'))
          .map((value) => ({ command: fill(template, value), expected: expected(value) }))
          .filter((one) => one.command !== null),
      );
      assert.ok(cases.length > 500, 'most values are put there');
      const seen = argumentsIn(
        shell,
        cases.map(({ command }) => command ?? ''),
      );
      for (const [index, { command, expected }] of cases.entries())
        assert.deepEqual(seen[index], expected, command ?? '');
    });
  }

  test('stays plain where it may', () => {
    assert.equal(fill('fuser -k {x}/tcp', '8461'), 'fuser -k 8461/tcp');
    assert.equal(fill('ss -ltnp "sport = :{x}"', '8461'), 'ss -ltnp "sport = :8461"');
    assert.equal(fill('cat {x}', '~/shop/app.log'), 'cat ~/shop/app.log');
    assert.equal(fill('cat {x}', '/srv/my shop/app.log'), "cat '/srv/my shop/app.log'");
    assert.equal(fill('cat "{x}"', 'a$b'), 'cat "a\\$b"');
  });

  for (const [what, template, value] of [
    ['the name of a command', '{x} --version', 'reboot'],
    ['the name of a command after a word that runs one', 'sudo {x}', 'reboot'],
    ['the name of a command in a pipe', 'ls | {x}', 'reboot'],
    ['an option', 'rm {x}', '-rf'],
    ['an option in quotes', 'rm "{x}"', '-rf'],
    ['code for a program that reads its argument once more', "sh -c 'ls {x}'", '; id'],
    ['two words for such a program', 'sh -c "ls {x}"', 'a b'],
    ['lines', 'cat {x}', 'a\nid'],
    ['text that reads the other way round', 'cat {x}', 'a\u202eb'],
    ['what an interactive shell expands', 'cat "{x}"', 'a!b'],
    ['text in a here-document', 'cat <<EOF\n{x}\nEOF', '$(id)'],
    ['text between backticks', 'echo `cat {x}`', 'a b'],
    ['a comment', 'true # {x}', 'a b'],
  ] as const)
    test(`is never ${what}`, () => assert.equal(fill(template, value), null));
});

test('what goes into a file is plain', () => {
  assert.equal(fitForText('127.0.0.1:8461'), '127.0.0.1:8461');
  assert.equal(fitForText('a; b'), null);
});

describe('a value of a kind', () => {
  const cases: [Parameters<typeof isValueOf>[0], string[], string[]][] = [
    ['port', ['0', '65535'], ['65536', '-1', '80a', '', '８０']],
    ['number', ['12', '1.5'], ['1e3', 'x']],
    ['host', ['::1', '127.0.0.1', 'db.example', '*', '[::]', 'my_db'], ['a b', '-x', '$(id)', 'a/b']],
    ['branch', ['main', 'feature/a-b'], ['-x', 'a..b', 'a b', 'a^']],
    ['module', ['@scope/pkg', './a.js'], ["a'b", 'a b']],
    ['path', ['/srv/my shop', 'C:\\a'], ['a\nb']],
  ];
  for (const [kind, good, bad] of cases)
    test(kind, () => {
      for (const value of good) assert.ok(isValueOf(kind, value), value);
      for (const value of bad) assert.ok(!isValueOf(kind, value), value);
    });
});

test('a command shows the values that fit, and the examples of the others', () => {
  const placeholders = {
    port: { kind: 'port', example: '3000' },
    file: { kind: 'path', example: 'app.log' },
  } as const;
  assert.equal(
    fillCommand('fuser {port}/tcp < {file}', placeholders, { port: '8461' }),
    'fuser 8461/tcp < app.log',
  );
  assert.equal(fillCommand('fuser {port}/tcp', placeholders, { port: '1; id' }), 'fuser 3000/tcp');
});
