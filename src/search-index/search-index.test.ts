import assert from 'node:assert/strict';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { close, createIndex } from 'pagefind';
import { filesOf } from './fixture.ts';
import { orderFilters } from './order.ts';
import { leaveQueriesWhole } from './queries.ts';
import { type LanguageIndex, SearchIndex } from './search-index.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fixrate-search-'));
});
afterEach(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

const PAGES = {
  'git/push/': ['en', 'The push was refused'],
  'node/port/': ['en', 'The port is taken'],
  'zh/git/push/': ['zh-CN', '推送被拒绝'],
  'zh/node/port/': ['zh-CN', '端口已被占用'],
} as const;

function page(language: string, text: string, record = 'revision 1'): string {
  return `<!DOCTYPE html><html lang="${language}"><head><title>${text}</title>
<meta data-pagefind-filter="domain[content]" content="git"></head><body><nav>Elsewhere</nav>
<article data-pagefind-body="true"><h1 class="sig" data-pagefind-meta="title">${text}</h1>
<p id="why">${text}.</p><dl class="rec"><dt>${record}</dt></dl></article></body></html>`;
}

function write(path: string, html: string): void {
  const file = join(folder, 'dist', path, 'index.html');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, html);
}

function writePages(): void {
  for (const [path, [language, text]] of Object.entries(PAGES)) write(path, page(language, text));
}

function index(paths = Object.keys(PAGES), taken: string[] = []): Promise<LanguageIndex[]> {
  if (taken.length === 0) rmSync(join(folder, 'dist/pagefind'), { recursive: true, force: true });
  return new SearchIndex(join(folder, 'cache')).write({ directory: join(folder, 'dist'), paths, taken });
}

const keptIndexes = (): string[] =>
  readdirSync(join(folder, 'cache'), { withFileTypes: true })
    .filter((item) => item.isDirectory())
    .map(({ name }) => name);

/** Put a file into each kept index, so that the written one tells which of them it is made of. */
function markKept(): void {
  for (const kept of keptIndexes())
    writeFileSync(join(folder, 'cache', kept, `${kept.split('.')[0]}.mark`), '');
}

const marks = (): string[] =>
  ['en', 'zh'].filter((locale) => existsSync(join(folder, `dist/pagefind/${locale}.mark`)));

describe('the search index', () => {
  it('is what Pagefind makes of all pages at once, to the byte', async () => {
    writePages();
    const made = await index();
    assert.deepEqual(
      made.map(({ pages }) => pages),
      [2, 2],
    );
    const whole = await createIndex({ excludeSelectors: ['.rec'] });
    for (const [path, [language, text]] of Object.entries(PAGES))
      await whole.index?.addHTMLFile({ url: `/${path}`, content: page(language, text) });
    const { files } = (await whole.index?.getFiles()) ?? { files: [] };
    for (const { path, content } of files) {
      const file = join(folder, 'whole', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, content);
    }
    orderFilters(join(folder, 'whole'));
    leaveQueriesWhole(join(folder, 'whole'));
    assert.deepEqual(filesOf(join(folder, 'dist/pagefind')), filesOf(join(folder, 'whole')));
  });

  it('is taken from an earlier build where no text changed', async () => {
    writePages();
    await index();
    markKept();
    write('git/push/', page('en', PAGES['git/push/'][1], 'revision 2'));
    const again = await index();
    assert.deepEqual(marks(), ['en', 'zh']);
    assert.ok(again.every(({ isNew }) => !isNew));
  });

  it('is made anew for a language whose text changed, and the former one is forgotten', async () => {
    writePages();
    await index();
    markKept();
    write('git/push/', page('en', 'The server declined'));
    await index();
    assert.deepEqual(marks(), ['zh']);
    assert.equal(keptIndexes().length, 2);
    const changed = filesOf(join(folder, 'dist/pagefind'));
    rmSync(join(folder, 'cache'), { recursive: true });
    await index();
    delete changed['/zh.mark'];
    assert.deepEqual(filesOf(join(folder, 'dist/pagefind')), changed);
  });

  it('is not copied where the files of a language stand in the site already', async () => {
    writePages();
    const [en, zh] = await index();
    const whole = filesOf(join(folder, 'dist/pagefind'));
    // As a build does that takes over one language: what is not of it is gone, and its files are not read.
    for (const name of readdirSync(join(folder, 'dist/pagefind'), { recursive: true }) as string[])
      if (name.includes('.') && !zh?.files.includes(`pagefind/${name}`))
        rmSync(join(folder, 'dist/pagefind', name));
    for (const file of zh?.files ?? []) writeFileSync(join(folder, 'dist', file), 'as it was');
    const again = await index(undefined, [zh?.name ?? '']);
    assert.deepEqual(again, [
      { ...en, isNew: false },
      { ...zh, isNew: false },
    ]);
    for (const file of zh?.files ?? []) whole[file.replace('pagefind', '')] = 'as it was';
    assert.deepEqual(filesOf(join(folder, 'dist/pagefind')), whole);
  });

  it('is made anew for a language that loses a page', async () => {
    writePages();
    await index();
    await index(Object.keys(PAGES).filter((path) => path !== 'zh/node/port/'));
    const entry = JSON.parse(readFileSync(join(folder, 'dist/pagefind/pagefind-entry.json'), 'utf8'));
    assert.equal(entry.languages['zh-cn'].page_count, 1);
    assert.equal(entry.languages.en.page_count, 2);
  });

  it('fails where it cannot tell what is searched', async () => {
    write('git/push/', '<html lang="en"><body><main data-pagefind-body>Text</main></body></html>');
    await assert.rejects(index(['git/push/']), /git\/push\/index\.html: .* is no <article>/);
  });
});
