import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fromHtml } from 'hast-util-from-html';
import { toString as textOf } from 'mdast-util-to-string';
import { fixtureEntry } from '../fixture.ts';
import { entryToBadge } from './badge.ts';

test('a badge says the entry and its fix rate with the fraction, to eyes and to screen readers', () => {
  const badge = entryToBadge(fixtureEntry());
  assert.match(badge, />Fixrate FX-0158R<\/text>/);
  assert.match(badge, />\d+% · \d\/3 causes<\/text>/);
  assert.match(badge, /role="img" aria-label="node\/port-taken: fix rate \d+% · \d\/3 causes"/);
  assert.doesNotMatch(badge, /<script|href|style=|<image/, 'nothing that runs or loads');
});

test('what was not measured has no number, what is withdrawn says so', () => {
  assert.match(entryToBadge(fixtureEntry('x', false)), />not measured yet<\/text>/);
  const entry = fixtureEntry();
  entry.facts.withdrawn = { date: '2026-01-01', reason: { en: 'a', zh: 'b' }, replacedBy: null };
  const badge = entryToBadge(entry);
  assert.match(badge, />withdrawn<\/text>/);
  assert.doesNotMatch(badge, /%/);
});

test('markup in a name stays text', () => {
  const entry = { ...fixtureEntry(), code: null, slug: '</text><script>&"' };
  const tree = fromHtml(entryToBadge(entry), { fragment: true, space: 'svg' });
  assert.ok(textOf(tree).includes('</text><script>&"'));
});
