import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, betweenEntries, summaryOf } from '../fixture.ts';

const LINK = '[the other cause](#cause-child-left)';

/** Messages about the entry with a link in both languages, beside another entry. */
function withLink(address: string): string[] {
  const texts = {
    'en.mdx': [[LINK, `[it](${address})`]],
    'zh.mdx': [['[另一个原因](#cause-child-left)', `[它](${address})`]],
  } as const;
  const problems = betweenEntries([summaryOf('demo/port-taken', { texts }), summaryOf('other/entry')]);
  return problems.map(({ rule, message }) => `${rule}: ${message}`);
}

describe('links', () => {
  it('finds a dead anchor on the page, and guesses the right one', () => {
    assertBreaks('links', /no anchor #cause-child-lef$/, {
      texts: { 'en.mdx': [['(#cause-child-left)', '(#cause-child-lef)']] },
    });
  });

  it('finds a page, an anchor of a page, and a domain that there is not', () => {
    for (const [address, message] of [
      ['/other/gone/', 'there is no entry other/gone'],
      ['/other/entry/#cause-gone', 'other/entry has no anchor #cause-gone'],
      ['/gone/', 'there is no domain gone'],
      ['/guide/gone/', 'the guide has no page gone'],
    ] as const) {
      assert.deepEqual(withLink(address), [`links: ${message}`, `links: ${message}`]);
    }
  });

  it('lets links stand that lead somewhere', () => {
    for (const address of [
      '/other/entry/',
      '/other/entry/#remedy-other-port-set',
      '/demo/',
      '/guide/method/',
      '/',
      '#finding-one-listener',
      'https://example.com/',
    ]) {
      assert.deepEqual(withLink(address), []);
    }
  });
});
