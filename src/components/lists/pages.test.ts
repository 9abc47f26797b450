import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { type Card, cardOf } from '../../entry/collection/card.ts';
import { loadKnowledgeBase } from '../../entry/load/knowledge-base.ts';
import { LOCALES } from '../../i18n/locales.ts';
import { namedPages, PAGE_SIZE, pageNumbers, pageParam, takePage } from './pages.ts';
import { rowHtml } from './row.ts';
import { namesIn, rowOf } from './rows.ts';

describe('the pages of a list', () => {
  it('hold each row once', () => {
    const rows = Array.from({ length: 2 * PAGE_SIZE + 1 }, (_, index) => index);
    assert.deepEqual(pageNumbers(rows.length), [1, 2, 3]);
    assert.deepEqual(
      pageNumbers(rows.length).flatMap((number) => takePage(rows, number)),
      rows,
    );
  });

  it('are one where there is nothing or just enough', () => {
    assert.deepEqual(pageNumbers(0), [1]);
    assert.deepEqual(pageNumbers(PAGE_SIZE), [1]);
  });

  it('stand where no entry can', () => {
    assert.equal(pageParam(1), undefined);
    assert.equal(pageParam(2), 'page/2');
  });

  it('are named with their ends and neighbours where they are many', () => {
    assert.deepEqual(namedPages(1, 3), [1, 2, 3]);
    assert.deepEqual(namedPages(10, 500), [1, null, 8, 9, 10, 11, 12, null, 500]);
    assert.deepEqual(namedPages(500, 500), [1, null, 498, 499, 500]);
  });
});

describe('a domain of 2,000 entries', () => {
  const root = join(import.meta.dirname, '../../../content');
  const { entries, taxonomy } = loadKnowledgeBase(root, { origin: 'https://example.org', base: '/' });
  const cards = entries.map(cardOf);
  const many = Array.from({ length: 2000 }, (_, index): Card => {
    const card = cards[index % cards.length] as Card;
    return { ...card, id: `${card.id}-${index}` };
  });

  for (const locale of LOCALES) {
    // The page around its rows takes some 10 KB; tests/e2e/lists.spec.ts sees to that.
    it(`has pages whose rows stay under 85 KB, in ${locale}`, () => {
      assert.ok(taxonomy);
      const names = namesIn({ taxonomy }, locale);
      const view = { locale, home: '/kb/zh/', names, hidden: null };
      const sizes = pageNumbers(many.length).map((number) => {
        const rows = takePage(many, number).map((card) => rowHtml(rowOf(card, locale), view));
        return Buffer.byteLength(rows.join(''));
      });
      assert.equal(sizes.length, 20);
      assert.ok(Math.max(...sizes) < 85_000, `the largest has ${Math.max(...sizes)} B`);
    });
  }
});
