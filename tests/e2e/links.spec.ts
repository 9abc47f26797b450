import AxeBuilder from '@axe-core/playwright';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { readCode, writeCode } from '../../src/entry/ledger/code.ts';
import { listFileRedirects, listRedirects } from '../../src/export/links/redirects.ts';
import type { PublishedChanges, PublishedHistory } from '../../src/export/schema/changes.ts';
import type { PublishedDomains } from '../../src/export/schema/domains.ts';
import { LOCALES } from '../../src/i18n/locales.ts';
import { REVISION_STRINGS } from '../../src/i18n/revision-strings.ts';
import { SEARCH_STRINGS } from '../../src/i18n/search-strings.ts';
import { stringsOf } from '../../src/i18n/strings.ts';
import { SITE } from './support/server.ts';
import { at, builtFiles, ENTRIES, ENTRY, LEDGER, readBuilt } from './support/site.ts';
import { expect, test } from './support/test.ts';

const code = ENTRY.code ?? '';
/** A code that is right in itself, and that no entry has. */
const known = new Set(
  LEDGER.entries.flatMap((entry) => [entry.code, ...entry.aliases.map((alias) => alias.code)]),
);
const unknown = [1, 2, 3, 4, 5, 6].map(writeCode).find((one) => !known.has(one)) ?? '';
const wrong = code.slice(0, -1) + (code.endsWith('0') ? '1' : '0');
const redirects = listRedirects(LEDGER);

test('every id and code of the ledger leads to a page of this build, in both languages @base', async ({
  request,
}) => {
  expect(LEDGER.entries.map(({ id }) => id)).toEqual(ENTRIES.map(({ id }) => id).sort());
  for (const { from, to } of redirects) {
    const response = await request.get(`./${from}`);
    expect(response.status(), from).toBe(200);
    const html = await response.text();
    expect(html, from).toContain(`<link rel="canonical" href="${SITE.origin}${SITE.base}${to}">`);
    expect(html, from).toContain(`content="0; url=${SITE.base}${to}"`);
    expect((await request.get(`./${to}`)).status(), to).toBe(200);
  }
});

test('every alias answers as JSON and Markdown too, with what the entry itself says @base', () => {
  for (const { from, to } of listFileRedirects(LEDGER)) expect(readBuilt(from), from).toBe(readBuilt(to));
});

test('hosts that read redirects are told all of them @base', () => {
  const rules = readBuilt('_redirects').trimEnd().split('\n');
  for (const { from, to } of [...listFileRedirects(LEDGER), ...redirects])
    expect(rules).toContain(`${SITE.base}${from} ${SITE.base}${to} 301`);
});

test('every anchor of an entry stays reachable by its code and its former ids @base', async ({ page }) => {
  for (const entry of ENTRIES.filter(({ id, aliases }) => id === ENTRY.id || aliases.length > 0)) {
    const html = readBuilt(`${entry.id}/index.html`);
    const anchors = [
      ...entry.causes.map(({ id }) => `cause-${id}`),
      ...entry.remedies.flatMap(({ id, steps }) => [
        `remedy-${id}`,
        ...steps.map((step) => `remedy-${id}-${step.id}`),
      ]),
    ];
    for (const anchor of anchors) expect(html, anchor).toContain(`id="${anchor}"`);
  }
  for (const { from, to } of redirects.filter(({ id }) => id === ENTRY.id)) {
    const anchor = to.endsWith('/trials/') ? '' : `#cause-${ENTRY.causes[0]?.id}`;
    await page.goto(`${from}?x=1${anchor}`);
    await expect(page, from).toHaveURL((url) => url.href.endsWith(`${SITE.base}${to}?x=1${anchor}`));
  }
});

for (const locale of LOCALES) {
  const strings = SEARCH_STRINGS[locale];

  test(`${locale}: the page, JSON and Markdown of an entry show its code @base`, async ({ page }) => {
    await page.goto(at({ page: 'entry', id: ENTRY.id }, locale));
    await expect(page.locator('.path code')).toHaveText(code);
    await page.locator('.rec').getByRole('link', { name: code }).click();
    await expect(page).toHaveURL((url) =>
      url.pathname.endsWith(at({ page: 'entry', id: ENTRY.id }, locale).slice(1)),
    );
    expect(readBuilt(`${locale === 'en' ? '' : `${locale}/`}${ENTRY.id}.md`)).toContain(`[${code}](`);
  });

  test(`${locale}: a code is found first however it is typed @base`, async ({ page }) => {
    await page.goto(at({ page: 'home' }, locale));
    const box = page.getByRole('combobox');
    const confused = code
      .slice(3)
      .replaceAll('0', 'O')
      .replaceAll('1', 'l')
      .replaceAll('8', 'b')
      .replaceAll('5', 's');
    for (const typed of [code, code.toLowerCase().replace('-', ''), `fx ${confused}`, code.slice(3)]) {
      await box.fill(typed);
      await expect(page.getByRole('option').first().getByRole('link'), typed).toHaveAttribute(
        'href',
        new RegExp(`${at({ page: 'entry', id: ENTRY.id }, locale).slice(1)}$`),
      );
      await expect(page.getByRole('status').first()).toHaveText(strings.found(1));
      await box.fill('');
    }
  });

  test(`${locale}: a code with a wrong sign, and one that no entry has, are said to be so`, async ({
    page,
  }) => {
    await page.goto(at({ page: 'home' }, locale));
    for (const [typed, said] of [
      [wrong, strings.wrongCode(wrong)],
      [unknown, strings.unknownCode(unknown)],
    ] as const) {
      await page.getByRole('combobox').fill(typed);
      await expect(page.getByRole('status').first()).toHaveText(said);
      await expect(page.getByRole('option')).toHaveCount(0);
    }
    await page.goto(`${at({ page: 'search' }, locale)}?q=${code.toLowerCase()}`);
    await expect(page.locator('section.found a').first()).toContainText(ENTRY.headline.slice(0, 12));
  });

  test(`${locale}: an address with a code leads on however it is written, or says what is wrong @base`, async ({
    page,
    baseURL,
  }) => {
    const prefix = locale === 'en' ? '' : `${locale}/`;
    const anchor = `#cause-${ENTRY.causes[0]?.id}`;
    const target = `${at({ page: 'entry', id: ENTRY.id }, locale).slice(2)}${anchor}`;
    for (const typed of [code.toLowerCase(), code.replace('-', ''), `${code.toLowerCase().slice(3)}/`]) {
      await page.goto(`./${prefix}e/${typed}${anchor}`);
      await expect(page, typed).toHaveURL(`${baseURL}${target}`);
    }
    for (const [typed, said] of [
      [wrong, strings.wrongCode(wrong)],
      [unknown, strings.unknownCode(unknown)],
    ] as const) {
      await page.goto(`./${prefix}e/${typed.toLowerCase()}`);
      await expect(page.getByText(said)).toBeVisible();
    }
  });

  test(`${locale}: a withdrawn entry says since when and why, and leaves lists and search @base`, async ({
    page,
  }) => {
    const t = stringsOf(locale);
    for (const { id, withdrawn, code: own } of ENTRIES.filter((entry) => entry.withdrawn !== null)) {
      const replacement = at({ page: 'entry', id: withdrawn?.replacedBy ?? '' }, locale).slice(1);
      await page.goto(at({ page: 'entry', id }, locale));
      await expect(page).toHaveTitle(
        new RegExp(
          `^${t.entry
            .withdrawnTitle('')
            .trim()
            .replace(/[[\]()]/g, '.')}`,
        ),
      );
      await expect(page.locator('.gone')).toContainText(withdrawn?.reason[locale] ?? '');
      await expect(page.locator(`.gone a[href$="${replacement}"]`)).toBeVisible();
      const markdown = readBuilt(`${locale === 'en' ? '' : `${locale}/`}${id}.md`);
      expect(markdown).toContain(withdrawn?.reason[locale]);
      expect(markdown).toContain(replacement);
      const { domains } = JSON.parse(readBuilt('v1/domains.json')) as PublishedDomains;
      const listed = domains.find(({ id: domain }) => id.startsWith(`${domain}/`));
      expect(listed?.withdrawn, id).toBe(1);
      const list = readBuilt(listed?.urls[locale].markdown.replace(SITE.origin + SITE.base, '') ?? '');
      expect(list).toContain(withdrawn?.reason[locale]);
      await page.goto(at({ page: 'home' }, locale));
      await expect(page.locator(`a[href$="/${id}/"]`)).toHaveCount(0);
      await page.getByRole('combobox').fill(own ?? '');
      await expect(page.getByRole('option').first()).toContainText(own ?? '');
    }
    const indexed = readBuilt(
      builtFiles('.json').find((path) => /^assets\/match\.\w+\.json$/.test(path)) ?? '',
    );
    for (const { id, withdrawn } of ENTRIES) expect(indexed.includes(`"${id}"`), id).toBe(withdrawn === null);
  });

  test.describe('without script', () => {
    test.use({ javaScriptEnabled: false });

    test(`${locale}: a code leads to the page of its entry @base`, async ({ page }) => {
      await page.goto(at({ page: 'code', code }, locale));
      await expect(page).toHaveURL((url) =>
        url.pathname.endsWith(at({ page: 'entry', id: ENTRY.id }, locale).slice(1)),
      );
    });
  });
}

test('every change is listed newest first, as the schemas say @base', () => {
  const changes = JSON.parse(readBuilt('v1/changes.json')) as PublishedChanges;
  const dates = changes.changes.map(({ date }) => date);
  expect(dates).toEqual(dates.toSorted().reverse());
  expect(changes.total).toBe(changes.changes.length);
  assertFits('v1/schema/changes.json', changes);
  assertFits('v1/schema/ledger.json', LEDGER);
  for (const entry of ENTRIES) {
    const history = historyOf(entry.id);
    assertFits('v1/schema/history.json', history);
    const [latest] = history.changes;
    expect([latest?.revision, latest?.date], entry.id).toEqual([entry.revision, entry.changed]);
    expect(changes.changes.filter(({ id }) => id === entry.id).map(({ revision }) => revision)).toEqual(
      history.changes.map(({ revision }) => revision),
    );
  }
});

for (const locale of LOCALES) {
  const texts = REVISION_STRINGS[locale];
  const path = at({ page: 'entry', id: ENTRY.id }, locale);

  test(`${locale}: a page shows its revision, and when it changed last @base`, async ({ page }) => {
    await page.goto(path);
    const row = page.locator('.rec > div', { hasText: stringsOf(locale).record.revision });
    await expect(row.locator('code')).toHaveText(ENTRY.revision);
    await expect(row.locator('time')).toHaveAttribute('datetime', ENTRY.changed ?? '');
    const markdown = readBuilt(`${locale === 'en' ? '' : `${locale}/`}${ENTRY.id}.md`);
    expect(markdown).toContain(`\`${ENTRY.revision}\``);
    await expect(page.locator('.since')).toHaveCount(0);
  });

  test(`${locale}: a link to a revision says what has changed since, and moves nothing @base`, async ({
    page,
  }) => {
    const { changes } = historyOf(ENTRY.id);
    const [latest, first] = [changes[0], changes.at(-1)];
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as (PerformanceEntry & { value: number })[])
          shifts.push(entry.value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    const note = page.locator('.since');
    await page.goto(`${path}?rev=${first?.revision}`);
    if (first?.revision === latest?.revision)
      await expect(note).toContainText(texts.unchanged(first?.revision ?? ''));
    else {
      const said = changes.slice(0, -1).flatMap((one) => one.changes);
      for (const change of said) await expect(note).toContainText(texts.changes[change]);
      await expect(note).toContainText(latest?.revision ?? '');
    }
    const sum = await page.evaluate(() =>
      (window as unknown as { shifts: number[] }).shifts.reduce((total, value) => total + value, 0),
    );
    expect(sum).toBeLessThan(0.0005);
    const { violations } = await new AxeBuilder({ page }).include('.since').analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.getByRole('button', { name: texts.close }).click();
    await expect(note).toHaveCount(0);
  });

  test(`${locale}: a link to the latest revision, or to none, says so @base`, async ({ page }) => {
    await page.goto(`${path}?rev=${ENTRY.revision}`);
    await expect(page.locator('.since')).toContainText(texts.unchanged(ENTRY.revision));
    await page.goto(`${path}?rev=%3Cb%3E0`);
    await expect(page.locator('.since')).toContainText(texts.unknown('<b>0'));
    await expect(page.locator('.since b')).toHaveCount(0);
  });
}

function historyOf(id: string): PublishedHistory {
  return JSON.parse(readBuilt(`${id}.changes.json`)) as PublishedHistory;
}

function assertFits(schema: string, value: unknown): void {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(JSON.parse(readBuilt(schema)));
  expect(validate(value), JSON.stringify(validate.errors)).toBe(true);
}

test('a code is read back from every entry', () => {
  for (const { code: own } of ENTRIES) expect(readCode(own ?? '')).toMatchObject({ code: own, valid: true });
});
