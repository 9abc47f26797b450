// Entries that mean harm: refused with the place, or exported as the text that they are.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { FIXTURE_FOLDER, FIXTURE_ID, FIXTURE_TEXTS } from '../entry/fixtures/texts.ts';
import { joinEntry } from '../entry/load/entry.ts';
import { parseEntry } from '../entry/load/parse.ts';
import { entryFiles, makePublishable } from './entry-files.ts';
import { PublishedEntrySchema } from './schema/entry.ts';
import { VerdictSchema } from './schema/verdict.ts';

const SITE = { origin: 'https://kb.example', base: '/' };
type Name = keyof typeof FIXTURE_TEXTS;

/** The fixture with every text changed. */
function changed(change: (text: string, name: Name) => string) {
  const texts = Object.fromEntries(
    Object.entries(FIXTURE_TEXTS).map(([name, text]) => [name, change(text, name as Name)]),
  );
  return parseEntry({ id: FIXTURE_ID, folder: FIXTURE_FOLDER, texts, problems: [] });
}

/** `line message` of what is wrong with facts that have these lines too. */
function refused(lines: string): string[] {
  const { problems } = changed((text, name) => (name === 'entry.yaml' ? `${lines}\n${text}` : text));
  return problems.map(({ line, message }) => `${line} ${message}`);
}

/** All files of the changed fixture by path. */
function exported(change: (text: string, name: Name) => string): Map<string, string> {
  const parsed = changed(change);
  const entry = joinEntry(parsed, SITE);
  assert.ok(entry !== null, JSON.stringify(parsed.problems));
  const published = makePublishable(entry, SITE);
  const files = entryFiles(entry.id, () => published, SITE);
  return new Map(files.map(({ path, render }) => [path, render()]));
}

for (const id of ['../../etc/passwd', '/etc/passwd', 'a/../b', 'a/b/c', 'a%2fb/c', 'A/b', 'a/b\\u0000'])
  test(`${id} is an id nowhere`, () => {
    const lines = [
      `aliases: ["${id}"]`,
      `related: { confusedWith: ["${id}"] }`,
      `withdrawn: { date: 2026-01-01, reason: { en: x, zh: y }, replacedBy: "${id}" }`,
    ];
    for (const line of lines) {
      const [problem = '', ...others] = refused(line);
      assert.match(problem, /^1 .*must be <domain>\/<slug>/, line);
      assert.deepEqual(others, []);
    }
  });

for (const url of [
  'javascript:alert(1)',
  'data:text/html,x',
  'file:///etc/passwd',
  '//a.example/',
  'https://',
])
  test(`${url} is no address of a page`, () => {
    assert.match(refused(`docs: ["${url}"]`).join(), /^1 .*must be an http\(s\) URL/);
  });

test('no cause or remedy is called as a part of every object is', () => {
  for (const name of ['child-left', 'other-port']) {
    const { problems } = changed((text) => text.replaceAll(name, 'constructor'));
    assert.ok(
      problems.some(({ message }) => message === 'constructor cannot be a key'),
      name,
    );
  }
});

test('a step that is called constructor is one like any other', () => {
  const files = exported((text) => text.replaceAll('start', 'constructor'));
  PublishedEntrySchema.parse(JSON.parse(files.get(`${FIXTURE_ID}.json`) ?? ''));
  for (const locale of ['', 'zh/']) {
    VerdictSchema.parse(JSON.parse(files.get(`${locale}${FIXTURE_ID}.verdict.json`) ?? ''));
    assert.doesNotMatch(files.get(`${locale}${FIXTURE_ID}.md`) ?? '', /native code|\[object|undefined/);
  }
});

test('markup and marks of other formats in a title come out as text in every format', () => {
  const title = '</script><b onclick="x">]]> | {{x}} `code`';
  const files = exported((text, name) =>
    name === 'en.mdx' ? text.replace(/^title: .*$/m, `title: '${title}'`) : text,
  );
  const json = PublishedEntrySchema.parse(JSON.parse(files.get(`${FIXTURE_ID}.json`) ?? ''));
  assert.equal(json.text.en.title, title);
  assert.match(
    files.get(`${FIXTURE_ID}.md`) ?? '',
    /^# \\<\/script>\\<b onclick="x">\\?\]\\?\]> \\\| \{\{x\}\} `code`$/m,
  );
});
