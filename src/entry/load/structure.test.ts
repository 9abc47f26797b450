import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { FIXTURE_TEXTS, fixtureFiles } from '../fixtures/texts.ts';
import { parseEntry } from './parse.ts';

/** `file:line message` for every problem after one change of one file. */
function said(name: keyof typeof FIXTURE_TEXTS, from: string | RegExp, to: string): string[] {
  const changed = (FIXTURE_TEXTS[name] as string).replace(from, to);
  assert.notEqual(changed, FIXTURE_TEXTS[name]);
  return parseEntry(fixtureFiles({ [name]: changed })).problems.map(
    ({ file, line, message }) => `${file.split('/').at(-1)}:${line} ${message}`,
  );
}

const ZH = 'content/errors/demo/port-taken/zh.mdx';

describe('compareStructure', () => {
  it('finds a cause, remedy, step or finding that one language lacks', () => {
    assert.deepEqual(said('zh.mdx', /<Cause id="child-left"[\s\S]*?<\/Cause>\n/, ''), [
      `entry.yaml:17 the cause child-left is missing in ${ZH}`,
    ]);
    assert.deepEqual(said('zh.mdx', /<DeadEnd[\s\S]*<\/DeadEnd>\n/, ''), [
      `entry.yaml:34 the remedy run-as-root is missing in ${ZH}`,
    ]);
    assert.deepEqual(said('zh.mdx', /<Step id="end">.*\n/, ''), [
      `entry.yaml:26 the step end of stop-the-holder is missing in ${ZH}`,
    ]);
    assert.deepEqual(said('zh.mdx', /<Finding[\s\S]*<\/Finding>\n/, ''), [
      `zh.mdx:1 the finding one-listener is missing in ${ZH}`,
    ]);
  });

  it('finds what entry.yaml does not have', () => {
    assert.deepEqual(said('en.mdx', '<Step id="end">', '<Step id="kill">x</Step>\n<Step id="end">'), [
      'en.mdx:24 content/errors/demo/port-taken/entry.yaml has no step kill of stop-the-holder',
    ]);
  });

  it('finds another order, a thing told twice, and a remedy on the other side', () => {
    assert.deepEqual(said('en.mdx', /(<Step id="find">.*\n)(<Step id="end">.*\n)/, '$2$1'), [
      'en.mdx:23 the step end of stop-the-holder stands where find should',
    ]);
    assert.deepEqual(said('en.mdx', /(<Step id="find">.*\n)/, '$1$1'), [
      'en.mdx:24 the step find of stop-the-holder is told twice',
    ]);
    assert.deepEqual(said('entry.yaml', 'side: dead-end', 'side: workaround\n    safety: read-only'), [
      'en.mdx:33 run-as-root is a <DeadEnd> here, but entry.yaml has it on the other side',
      'zh.mdx:31 run-as-root is a <DeadEnd> here, but entry.yaml has it on the other side',
    ]);
  });

  it('finds components in another order than the page has them', () => {
    assert.deepEqual(said('en.mdx', /(<Finding[\s\S]*?<\/Finding>\n)\n([\s\S]*?)(<Workaround)/, '$2$1\n$3'), [
      'en.mdx:17 <Finding id="one-listener"> stands below a <Cause>',
    ]);
  });

  it('still compares where the facts are wrong elsewhere', () => {
    const wrong = FIXTURE_TEXTS['entry.yaml'].replace('scope: generic', 'scope: some');
    const texts = {
      'entry.yaml': wrong,
      'zh.mdx': FIXTURE_TEXTS['zh.mdx'].replace(/<Step id="end">.*\n/, ''),
    };
    const messages = parseEntry(fixtureFiles(texts)).problems.map(({ message }) => message);
    assert.deepEqual(messages, [
      'scope is some, but must be one of generic, specific',
      `the step end of stop-the-holder is missing in ${ZH}`,
    ]);
  });
});
