import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { gunzipSync, gzipSync } from 'node:zlib';
import { close, createIndex } from 'pagefind';
import { filesOf } from './fixture.ts';
import { orderFilters } from './order.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixrate-order-'));
after(async () => {
  await close();
  rmSync(folder, { recursive: true });
});

/** Index pages that have three filters with twelve values each: chance does not order them alike twice. */
async function writeIndex(name: string): Promise<string> {
  const { index, errors } = await createIndex({});
  assert.ok(index, errors.join());
  for (const language of ['en', 'zh']) {
    for (let page = 0; page < 12; page++) {
      await index.addCustomRecord({
        url: `/${language}/${page}/`,
        content: `page ${page} of the test`,
        language,
        filters: { domain: [`domain-${page}`], category: [`category-${page}`], tool: [`tool-${page}`] },
      });
    }
  }
  const outputPath = join(folder, name);
  const { errors: failed } = await index.writeFiles({ outputPath });
  assert.deepEqual(failed, []);
  orderFilters(outputPath);
  return outputPath;
}

test('two indexes of the same pages are the same bytes', async () => {
  assert.deepEqual(filesOf(await writeIndex('one')), filesOf(await writeIndex('two')));
});

test('an index in order names its own files, and no value is lost', async () => {
  const path = await writeIndex('whole');
  const { languages } = JSON.parse(readFileSync(join(path, 'pagefind-entry.json'), 'utf8'));
  assert.deepEqual(Object.keys(languages), ['en', 'zh']);
  for (const { hash } of Object.values<{ hash: string }>(languages)) {
    const meta = gunzipSync(readFileSync(join(path, `pagefind.${hash}.pf_meta`))).toString('latin1');
    const named = readdirSync(join(path, 'filter')).filter((file) =>
      meta.includes(file.replace('.pf_filter', '')),
    );
    assert.equal(named.length, 3);
    for (const file of named) {
      const values = gunzipSync(readFileSync(join(path, 'filter', file)))
        .toString('latin1')
        .match(/(?:domain|category|tool)-\d+/g);
      assert.equal(new Set(values).size, 12, file);
    }
  }
});

test('a file that is not as Pagefind wrote it until now is named', () => {
  const filters = join(folder, 'other/filter');
  mkdirSync(filters, { recursive: true });
  writeFileSync(join(filters, 'en_0000000.pf_filter'), gzipSync('another format'));
  assert.throws(
    () => orderFilters(join(folder, 'other')),
    /en_0000000\.pf_filter is not as Pagefind 1\.5 writes it/,
  );
});
