import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { ContentTrouble } from './errors.ts';
import { readEntries } from './read.ts';

const content = mkdtempSync(join(tmpdir(), 'fixrate-content-'));
after(() => rmSync(content, { recursive: true, force: true }));

const FACTS = `signatures: ['boom: {what} is broken']
category: resource_conflict
tool: tiny
scope: generic
aiGenerated: false
versions: [{ product: Tiny, range: '1+', status: active }]
placeholders: { what: { kind: name, example: thing } }
causes: { broken: {} }
remedies: { mend: { side: dead-end, steps: [{ id: a, run: 'true' }] } }
`;

const LAB = `environments: [{ id: here, debian: trixie }]
run: 'true'
check: 'true'
causes: { broken: {} }
`;

/** Write an entry, read it, and return what is said to be wrong. */
function troubleOf(lab: string, ids: string[] = ['tiny/entry'], filters = {}): string {
  const folder = join(content, 'errors/tiny/entry');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'entry.yaml'), FACTS);
  writeFileSync(join(folder, 'lab.yaml'), lab);
  try {
    readEntries(content, ids, filters);
    return '';
  } catch (error) {
    assert.ok(error instanceof ContentTrouble, String(error));
    return error.message;
  }
}

test('a good entry is read', () => {
  assert.equal(troubleOf(LAB), '');
});

test('everything wrong in lab.yaml is told with file, line, column and what to do', () => {
  const told = troubleOf(LAB.replace('check:', 'chek:').replace('debian: trixie', 'debian: potato'));
  assert.match(told, /lab\.yaml:1:\d+ .*debian/);
  assert.match(told, /lab\.yaml:3:1 {2}chek is not a known key\n {2}→ did you mean check\?/);
  assert.match(told, /check is missing/);
  assert.match(troubleOf("run: 'open\n"), /lab\.yaml:\d+:\d+/);
});

test('a cause or remedy that entry.yaml does not have is told where it stands', () => {
  const told = troubleOf(`${LAB}remedies: { mned: {} }\n`.replace('{ broken: {} }', '{ broke: {} }'));
  assert.match(
    told,
    /lab\.yaml:4:11 {2}broke is none of the causes of entry\.yaml\n {2}→ did you mean broken\?/,
  );
  assert.match(told, /lab\.yaml:5:13 {2}mned is none of the remedies/);
});

test('an id or a filter that names nothing is refused, and so is a path', () => {
  assert.match(
    troubleOf(LAB, ['tiny/other']),
    /tiny\/other is no entry with a lab\.yaml\.\n {2}→ known: tiny\/entry/,
  );
  assert.match(troubleOf(LAB, ['../tiny']), /is no id of an entry/);
  assert.match(
    troubleOf(LAB, [], { cause: new Set(['brokn']) }),
    /--cause brokn: there is none\.\n {2}→ known: broken/,
  );
});
