import assert from 'node:assert/strict';
import { test } from 'node:test';
import { z } from 'zod';
import { fixtureEntry } from '../export/fixture.ts';
import { bindRoutes } from '../i18n/routes.ts';
import { articleData, scriptJson } from './structured-data.ts';

const routes = bindRoutes({ origin: 'https://kb.example', base: '/kb/' });
const PAGE = { title: `x${'😀'.repeat(200)}`, description: 'What it is.', picture: 'assets/og.0.png' };

/** Properties of https://schema.org/TechArticle that search engines ask for, with the types that they may have. */
const ArticleSchema = z.strictObject({
  '@context': z.literal('https://schema.org'),
  '@type': z.literal('TechArticle'),
  headline: z.string().min(1),
  description: z.string().min(1),
  image: z.url(),
  url: z.url(),
  inLanguage: z.string().regex(/^[a-z]{2}(-[A-Z]{2})?$/),
  datePublished: z.iso.date().optional(),
  dateModified: z.iso.date().optional(),
  identifier: z.string().optional(),
  author: z.strictObject({ '@type': z.literal('Organization'), name: z.string().min(1), url: z.url() }),
});

test('an entry is described as a TechArticle, with all that search engines ask for', () => {
  for (const locale of ['en', 'zh'] as const) {
    const article = ArticleSchema.parse(articleData(fixtureEntry(), locale, PAGE, routes));
    assert.equal(article.image, 'https://kb.example/kb/assets/og.0.png');
    assert.equal(article.datePublished, '2026-01-02');
    // The last change of the fixture is one of its rates and its English text.
    assert.equal(article.dateModified, '2026-02-01');
    assert.equal([...article.headline].length, 110);
  }
});

test('a date that nobody knows is absent', () => {
  const article = articleData({ ...fixtureEntry(), history: [] }, 'en', PAGE, routes);
  const read = ArticleSchema.parse(article);
  assert.equal('dateModified' in read || 'datePublished' in read, false);
});

test('no text ends the script element that holds it', () => {
  const written = scriptJson({ text: '</script><script>alert(1)</script><!--' });
  assert.doesNotMatch(written, /</);
  assert.deepEqual(JSON.parse(written), { text: '</script><script>alert(1)</script><!--' });
});
