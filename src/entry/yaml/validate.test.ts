import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FIXTURE_TEXTS } from '../fixtures/texts.ts';
import { FactsSchema } from '../schema/facts.ts';
import { LabSchema } from '../schema/lab.ts';
import { parseYaml } from './document.ts';
import { validate } from './validate.ts';

/** `line:column message → tip` for every problem of the fixture's entry.yaml after changes. */
function said(...changes: (readonly [from: string, to: string])[]): string[] {
  const text = changes.reduce((all, [from, to]) => {
    assert.ok(all.includes(from), from);
    return all.replace(from, to);
  }, FIXTURE_TEXTS['entry.yaml'] as string);
  return list(validate(parseYaml('entry.yaml', text), FactsSchema));
}

function list({ problems }: ReturnType<typeof validate>): string[] {
  return problems.map(({ line, column, message, tip }) => `${line}:${column} ${message} → ${tip}`);
}

describe('validate', () => {
  it('accepts what is right', () => {
    assert.deepEqual(said(), []);
  });

  it('guesses a misspelt key, and says which is missing', () => {
    assert.deepEqual(said(['tool: node\n', 'tol: node\n']), [
      '1:1 tool is missing → add tool: a text. The tool that prints it.',
      '4:1 tol is not a known key → did you mean tool?',
    ]);
  });

  it('points to the remedy in which a key is missing', () => {
    const [problem] = said(['    side: dead-end\n', '']);
    assert.match(
      problem ?? '',
      /^\d+:3 remedies\.run-as-root\.side is missing → add side: one of workaround, dead-end/,
    );
  });

  it('says what a value of another type must be', () => {
    assert.deepEqual(said(['aiGenerated: true', 'aiGenerated: maybe']), [
      '6:14 aiGenerated must be true or false, but is a text → write true or false',
    ]);
    assert.match(
      said(["range: '18+'", 'range: 18']).join(),
      /must be a text, but is number 18 → put it in quotes: '18'/,
    );
  });

  it('lists what is allowed, and guesses', () => {
    assert.deepEqual(said(['scope: generic', 'scope: genreic']), [
      '5:8 scope is genreic, but must be one of generic, specific → did you mean generic?',
    ]);
  });

  it('speaks for the alternative that an author meant', () => {
    assert.match(
      said(['host: { kind: host, example:', 'host: { kind: host, exmaple:']).join('\n'),
      /exmaple is not a known key → did you mean example\?/,
    );
    assert.match(
      said(["  - 'Error: listen", "  - { txet: 'Error: listen"], ["{host}:{port}'", "{host}:{port}' }"]).join(
        '\n',
      ),
      /txet is not a known key → did you mean text\?/,
    );
    const lab = FIXTURE_TEXTS['lab.yaml'].replace(
      'run: { serve: node server.js }',
      'run: { srve: node server.js }',
    );
    assert.match(
      list(validate(parseYaml('lab.yaml', lab), LabSchema)).join('\n'),
      /run\.srve is not a known key → did you mean serve\?/,
    );
  });

  it('keeps the words of rules that a schema has of its own', () => {
    assert.match(said(['    undo: none\n', '']).join(), /changes-state needs undo/);
    assert.match(
      said(['{ id: end, run:', '{ id: end, manual: true, run:']).join(),
      /a step has exactly one of .* run and manual/,
    );
    assert.match(said(['{ id: end,', '{ id: find,']).join(), /step id find is used twice/);
  });

  it('refuses an id that is none, at its key', () => {
    assert.match(
      said(['  other-port:', '  Other_Port:']).join(),
      /^\d+:3 the key Other_Port must be lower-case letters and digits/,
    );
  });

  it('refuses addresses that are no pages', () => {
    for (const url of ['javascript:alert(1)', 'data:text/html,x', 'ftp://example.com/']) {
      assert.match(
        said(['versions:', `docs: ['${url}']\nversions:`]).join(),
        /docs\[0\] must be an http\(s\) URL/,
      );
    }
  });

  it('tells everything at once', () => {
    assert.equal(
      said(['scope: generic', 'scope: x'], ['aiGenerated: true', 'aiGenerated: 1'], ['tool: node\n', ''])
        .length,
      3,
    );
  });
});
