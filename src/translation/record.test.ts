import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { digestEnglish } from '../entry/prose/in-step.ts';
import { recordEnglish } from './record.ts';

const ENGLISH = '---\ntitle: A\n---\nText.\n';

describe('recordEnglish', () => {
  it('adds the digest at the end of the front matter and changes nothing else', () => {
    assert.equal(
      recordEnglish('---\ntitle: 甲\nsummary: 乙\n---\n正文。\n', ENGLISH),
      `---\ntitle: 甲\nsummary: 乙\nenglish: '${digestEnglish(ENGLISH)}'\n---\n正文。\n`,
    );
  });

  it('takes the place of an older one, and is stable', () => {
    const once = recordEnglish("---\ntitle: 甲\nenglish: '000000000000'\n---\n$& english: x\n", ENGLISH);
    assert.match(
      once,
      new RegExp(`^---\ntitle: 甲\nenglish: '${digestEnglish(ENGLISH)}'\n---\n\\$& english: x\n$`),
    );
    assert.equal(recordEnglish(once, ENGLISH), once);
  });

  it('refuses a file without front matter', () => {
    assert.throws(() => recordEnglish('正文。', ENGLISH), /front matter/);
  });
});
