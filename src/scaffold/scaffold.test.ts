import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { checkContent } from '../check/check.ts';
import { FactsSchema } from '../entry/schema/facts.ts';
import { LabSchema } from '../entry/schema/lab.ts';
import { parseYaml } from '../entry/yaml/document.ts';
import { shapeAt } from '../entry/yaml/shape.ts';
import { validate } from '../entry/yaml/validate.ts';
import { writeEntryYaml } from './entry-yaml.ts';
import { writeLabYaml } from './lab-yaml.ts';
import { ScaffoldTrouble, scaffoldEntry } from './scaffold.ts';

const content = mkdtempSync(join(tmpdir(), 'fixrate-new-'));
after(() => rmSync(content, { recursive: true, force: true }));
mkdirSync(join(content, 'errors'));
writeFileSync(
  join(content, 'taxonomy.yaml'),
  'domains: { node: { en: Node.js, zh: Node.js } }\ncategories: { runtime_error: { en: Running, zh: 运行时 } }\n',
);

/** Let everything hold that stands behind a #. */
const allOn = (text: string): string => text.replaceAll(/^( *)#(?=\S| {2})/gm, '$1');

test('a new entry has all files, and the check asks for what is to be written and for nothing else', async () => {
  const files = scaffoldEntry(content, 'node/err-something');
  assert.deepEqual(readdirSync(join(content, 'errors/node/err-something')).sort(), [
    'en.mdx',
    'entry.yaml',
    'lab.yaml',
    'zh.mdx',
  ]);
  assert.equal(files.length, 4);
  const { problems } = await checkContent(content, '2026-01-01');
  const others = problems.filter(({ rule }) => rule !== 'filled-in');
  assert.deepEqual(
    others.map(({ message }) => message),
    ['lab.results.json is missing'],
  );
  const asked = problems.map(({ file, message }) => `${file.split('/').at(-1)}: ${message}`).join('\n');
  for (const name of ['entry.yaml', 'lab.yaml', 'en.mdx'])
    assert.match(asked, new RegExp(`^${name}: still to be written: FILL IN: \\w`, 'm'));
  assert.match(asked, /^zh\.mdx: still to be written: 待填写：/m);
});

test('the lab asks for it too, before it runs anything', () => {
  const id = 'node/err-for-the-lab';
  scaffoldEntry(content, id);
  const lab = join(import.meta.dirname, '../lab/main.ts');
  const { status, stderr } = spawnSync(process.execPath, [lab, id, '--content', content], {
    encoding: 'utf8',
  });
  assert.equal(status, 1);
  assert.match(stderr, /entry\.yaml:\d+:\d+ {2}still to be written: FILL IN: the message/);
  assert.match(stderr, /lab\.yaml:\d+:\d+ {2}still to be written: FILL IN: the command/);
});

test('every key of the schemas is there, with what the schema says of it', () => {
  for (const [schema, text] of [
    [FactsSchema, writeEntryYaml('node')],
    [LabSchema, writeLabYaml()],
  ] as const) {
    for (const key of shapeAt(schema, [])?.keys ?? []) assert.match(text, new RegExp(`^(# ?)?${key}:`, 'm'));
  }
  assert.match(writeEntryYaml('node'), /^# HTTP status, if it has one\.\n#httpStatus:/m);
});

test('what stands behind a # is right as it stands', () => {
  for (const [schema, text] of [
    [FactsSchema, writeEntryYaml('node')],
    [LabSchema, writeLabYaml()],
  ] as const) {
    assert.deepEqual(validate(parseYaml('it', allOn(text)), schema).problems, []);
    assert.notEqual(allOn(text), text);
  }
});

test('an entry that exists stays as it is', () => {
  scaffoldEntry(content, 'node/err-mine');
  const file = join(content, 'errors/node/err-mine/entry.yaml');
  writeFileSync(file, 'mine');
  assert.throws(() => scaffoldEntry(content, 'node/err-mine'), ScaffoldTrouble);
  assert.equal(readFileSync(file, 'utf8'), 'mine');
});

test('what can be no id, and a domain that nobody knows, are refused with what to do', () => {
  for (const [id, message] of [
    ['../../outside', /can be no id: write <domain>\/<slug>/],
    ['node', /can be no id/],
    ['nodes/err-x', /nodes is no domain of taxonomy\.yaml\.\n {2}→ did you mean node\?/],
  ] as const)
    assert.throws(() => scaffoldEntry(content, id), { name: 'ScaffoldTrouble', message });
  assert.throws(() => scaffoldEntry(content, 'node/err-y', 'Not A Tool'), ScaffoldTrouble);
});
