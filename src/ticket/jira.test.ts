import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOSTILE, ticketWith } from './fixture.ts';
import { escapeJira, toJira } from './jira.ts';

// The rules: https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all

test('each mark of the notation is escaped by a backslash, and by nothing where it means nothing', () => {
  assert.equal(
    escapeJira('*bold* ^up^ ~down~ {color} [link|x] !image!'),
    '\\*bold\\* \\^up\\^ \\~down\\~ \\{color\\} \\[link\\|x\\] \\!image\\!',
  );
  assert.equal(
    escapeJira('_it_ snake_case -struck- re-use --force'),
    '\\_it\\_ snake_case \\-struck\\- re-use \\-\\-force',
  );
  assert.equal(escapeJira('a+b +under+ ??cite?? why?'), 'a+b \\+under\\+ \\?\\?cite\\?\\? why?');
  assert.equal(escapeJira('done :) ;) (!) (on) (see)'), 'done \\:) \\;) \\(\\!) \\(on) (see)');
  assert.equal(
    escapeJira('Just a sentence, with (brackets) and 3 numbers.'),
    'Just a sentence, with (brackets) and 3 numbers.',
  );
});

test('a backslash is no escape and no line break, an entity no character', () => {
  assert.equal(escapeJira('C:\\new\\\\share'), 'C:&#92;new&#92;&#92;share');
  assert.equal(escapeJira('&lt; a & b &#42;'), '&amp;lt; a & b &amp;#42;');
});

for (const text of HOSTILE) {
  test(`nothing but our own marks is left in Jira: ${text}`, () => {
    const written = toJira(ticketWith(text));
    // Take the code blocks out, as the renderer does: each ends at its own tag.
    const blocks: string[] = [];
    const rest = written.replace(/\{(noformat|code)\}\n([\s\S]*?)\n\{\1\}/g, (_, _tag, inner: string) => {
      blocks.push(inner);
      return '';
    });
    for (const block of blocks) assert.ok(block.includes(text), block);
    if (!/\{(?:code|noformat)/.test(text)) assert.equal(blocks.length, 2);
    // What is escaped stands for itself; of the rest, marks are ours alone.
    const bare = rest.replace(/\\[^\\\n]/g, '');
    assert.deepEqual([...bare.matchAll(/\[|\]/g)].length, 4, 'two links');
    assert.deepEqual([...bare.matchAll(/\|/g)].length, 2, 'an address each');
    assert.deepEqual(bare.match(/(?<!\{)\{(?!\{)|!|\^|~/g), null, bare);
    for (const line of bare.split('\n')) assert.doesNotMatch(line, /^(?:h[1-6]|bq)\.|^#|^\|\|/);
  });
}
