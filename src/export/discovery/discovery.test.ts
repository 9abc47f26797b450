import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseXml } from '../xml-fixture.ts';
import { openSearchDescription } from './open-search.ts';
import { robotsText } from './robots.ts';
import { securityText } from './security.ts';

const SITE = { origin: 'https://kb.example', base: '/kb/' };

test('security.txt has the fields that RFC 9116 requires, and expires within a year of the content', () => {
  const text = securityText(SITE, 'https://code.example/owner/name', '2026-11-25');
  assert.equal(
    text,
    `Contact: https://code.example/owner/name/security/advisories/new
Expires: 2027-11-10T00:00:00Z
Preferred-Languages: en, zh-CN
Canonical: https://kb.example/kb/.well-known/security.txt
`,
  );
});

test('the search can be added to a browser, and its terms stay in the fragment', () => {
  const xml = openSearchDescription(SITE, 'zh');
  const document = parseXml(xml);
  const url = document.querySelector('Url[type="text/html"]');
  assert.equal(url?.getAttribute('template'), 'https://kb.example/kb/zh/search/#q={searchTerms}');
  assert.ok((document.querySelector('ShortName')?.textContent.length ?? 99) <= 16);
});

test('robots.txt names the sitemap by its whole address', () => {
  assert.match(robotsText(SITE), /^Sitemap: https:\/\/kb\.example\/kb\/sitemap\.xml$/m);
});
