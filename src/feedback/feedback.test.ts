import assert from 'node:assert/strict';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { contentRoot } from '../entry/load/files.ts';
import { REPORT_OUTCOMES, type Report } from '../entry/schema/facts.ts';
import { acceptReport } from './accept.ts';
import { addReport } from './add-report.ts';
import { ENTRY_FORM_FILE, entryFormUrl, FORM_FIELDS, FORM_FILE, formUrl } from './form.ts';
import { FeedbackTrouble, readIssue } from './read-issue.ts';

const ROOT = join(import.meta.dirname, '../..');
const URL_OF = 'https://github.com/o/n/issues/7';
const ENTRY = 'node/err-address-already-in-use-eaddrinuse';

/** The body that GitHub makes of a filled-in form: https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms */
function bodyOf(values: Partial<Record<keyof typeof FORM_FIELDS, string>>, notes = '_No response_'): string {
  const fields = Object.entries(FORM_FIELDS).map(
    ([id, label]) => `### ${label}\n\n${values[id as keyof typeof FORM_FIELDS] ?? '_No response_'}`,
  );
  return [...fields, `### What happened\n\n${notes}`].join('\n\n');
}

function issueOf(body: string): string {
  return JSON.stringify({ body, url: URL_OF, createdAt: '2026-11-25T10:00:00Z' });
}

const FILLED = {
  entry: ENTRY,
  cause: 'port-held',
  remedy: 'other-port',
  outcome: 'fixed',
  versions: 'node 24',
};

test('the form has the fields that the site fills in and the command reads, under the same ids and labels', () => {
  const { body } = parse(readFileSync(join(ROOT, '.github/ISSUE_TEMPLATE', FORM_FILE), 'utf8'));
  const fields = body.filter(({ id }: { id?: string }) => id !== undefined && id in FORM_FIELDS);
  assert.deepEqual(
    Object.fromEntries(
      fields.map((one: { id: string; attributes: { label: string } }) => [one.id, one.attributes.label]),
    ),
    FORM_FIELDS,
  );
  const outcome = fields.find(({ id }: { id: string }) => id === 'outcome');
  assert.deepEqual(outcome.attributes.options, REPORT_OUTCOMES);
});

test('the address of the form carries what is known, whatever it holds', () => {
  const url = new URL(
    formUrl('https://github.com/o/n', { ...FILLED, outcome: 'fixed', versions: 'a&b=c #1' }),
  );
  assert.equal(url.pathname, '/o/n/issues/new');
  const values = Object.fromEntries(url.searchParams);
  assert.deepEqual(values, {
    ...FILLED,
    versions: 'a&b=c #1',
    template: FORM_FILE,
    title: `${ENTRY}: fixed`,
  });
  assert.equal(new URL(formUrl('https://github.com/o/n', { entry: 'a/b' })).searchParams.has('cause'), false);
});

test('an issue is read as its form was filled in', () => {
  assert.deepEqual(readIssue(issueOf(bodyOf(FILLED))), { ...FILLED, url: URL_OF, date: '2026-11-25' });
  const { versions, ...rest } = FILLED;
  assert.equal(readIssue(issueOf(bodyOf(rest).replaceAll('\n', '\r\n'))).versions, null, versions);
});

test('free text cannot pass for a field', () => {
  const notes = '### Remedy\n\nsomething-else\n\n### Outcome\n\nharmful';
  assert.equal(readIssue(issueOf(bodyOf(FILLED, notes))).remedy, 'other-port');
});

test('what is missing or wrong is named, with what to do', () => {
  const wrong = { ...FILLED, cause: '../../etc', outcome: 'great' };
  assert.throws(
    () => readIssue(issueOf(bodyOf(wrong))),
    (error: Error) => {
      assert.ok(error instanceof FeedbackTrouble);
      assert.match(error.message, /mend the issue/);
      assert.match(error.message, /^Cause: must be lower-case/m);
      assert.match(error.message, /^Outcome: /m);
      return true;
    },
  );
  assert.throws(() => readIssue('nonsense'), /gh issue view/);
});

const REPORT: Report = {
  cause: 'port-held',
  remedy: 'other-port',
  outcome: 'fixed',
  url: URL_OF,
  date: '2026-11-25',
  versions: null,
};
const LINE = `{ cause: port-held, remedy: other-port, outcome: fixed, url: ${URL_OF}, date: 2026-11-25 }`;

const TEXTS = {
  'a list': [
    'a: 1 # one\nreports:\n  # the first\n  - { cause: a, remedy: b } # said so\nrelated: {}\n',
    '  - { cause: a, remedy: b } # said so\n',
  ],
  'a list without indentation': [
    'reports:\n- cause: a\n  remedy: b\n\n# about it\nrelated: {}\n',
    '  remedy: b\n',
  ],
  'no list, keys that follow': ["a: 'x'\n# why\nestimates: {}\n", "a: 'x'\n"],
  'no list, nothing that follows': ['a: "x"\nb: [ 1,2 ]', 'a: "x"\nb: [ 1,2 ]'],
} as const;

for (const [name, [text, before]] of Object.entries(TEXTS)) {
  test(`a report is added, and all else stays as it was: ${name}`, () => {
    const written = addReport(text, REPORT);
    const place = text.indexOf(before) + before.length;
    assert.ok(written.startsWith(text.slice(0, place)), written);
    assert.ok(written.endsWith(text.slice(place)), written);
    assert.ok(written.includes(`- ${LINE}\n`), written);
  });
}

test('a list in one line gets one more, and an empty one its first', () => {
  assert.equal(addReport('reports: [] # none\n', REPORT), `reports: [${LINE}] # none\n`);
  assert.equal(addReport('reports: [{ a: 1 }]\n', REPORT), `reports: [{ a: 1 }, ${LINE}]\n`);
});

test('versions are quoted where they would mean something else', () => {
  const written = addReport('a: 1\n', { ...REPORT, versions: 'node: 24 # "x", {y}' });
  assert.equal(parse(written).reports[0].versions, 'node: 24 # "x", {y}');
});

test('the same report is not taken twice', () => {
  assert.throws(() => addReport(addReport('a: 1\n', REPORT), REPORT), /already among the reports/);
});

test('a report goes into its entry, and one that names what is not there is refused with what is near', () => {
  const root = mkdtempSync(join(tmpdir(), 'fixrate-report-'));
  try {
    cpSync(contentRoot(), root, { recursive: true });
    const accepted = readIssue(issueOf(bodyOf(FILLED)));
    const file = acceptReport(root, accepted);
    assert.ok(parse(readFileSync(file, 'utf8')).reports.some(({ url }: Report) => url === URL_OF));
    assert.throws(() => acceptReport(root, accepted), /already among/);
    assert.throws(() => acceptReport(root, { ...accepted, remedy: 'other-prt' }), /say "other-port"/);
    assert.throws(() => acceptReport(root, { ...accepted, entry: 'node/unheard-of' }), /is no entry/);
  } finally {
    rmSync(root, { recursive: true });
  }
});

test('the form for a new entry has the field that the search page fills in', () => {
  const { body } = parse(readFileSync(join(ROOT, '.github/ISSUE_TEMPLATE', ENTRY_FORM_FILE), 'utf8'));
  assert.ok(body.some(({ id }: { id?: string }) => id === 'stub'));
  const stub = { signature: "can't open & close #1", yaml: "signatures:\n  - 'can''t open & close #1'\n" };
  const { origin, pathname, searchParams } = new URL(entryFormUrl('https://github.com/o/n', stub));
  assert.equal(origin + pathname, 'https://github.com/o/n/issues/new');
  assert.deepEqual(Object.fromEntries(searchParams), {
    template: ENTRY_FORM_FILE,
    title: stub.signature,
    stub: stub.yaml,
  });
});
