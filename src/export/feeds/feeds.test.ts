import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Entry } from '../../entry/entry.ts';
import { collectFeeds } from '../collect/feeds.ts';
import { fixtureEntry } from '../fixture.ts';
import { renderEntry } from '../render.ts';
import { JsonFeedSchema } from '../schema/feed.ts';
import { parseXml } from '../xml-fixture.ts';
import { uuidFromName } from './id.ts';

const TAXONOMY = { domains: { node: { en: 'Node & co', zh: 'Node' } }, categories: {} };
const HOSTILE = 'a <b> & ]]> \u0007 `c`';

/** So many entries, of which number i was recorded on the i-th day. */
function entriesOf(count: number): Entry[] {
  const base = fixtureEntry(HOSTILE);
  return Array.from({ length: count }, (_, i) => {
    const date = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
    const history: Entry['history'] = [{ date, revision: 'a', changes: ['created'], fixed: [2, 3] }];
    return { ...base, id: `node/x${i}`, slug: `x${i}`, history };
  });
}

/** Everything that is written about entries. */
async function feedsFor(
  entries: readonly Entry[],
  site = 'https://kb.example',
): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const sink = {
    write: (path: string, text: string | Buffer) => void files.set(path, text.toString()),
    open: () => assert.fail('feeds are written whole'),
  };
  const address = { origin: site, base: '/' };
  const guide = { en: [], zh: [] };
  const context = { site: address, taxonomy: TAXONOMY, guide, repository: null };
  const feeds = collectFeeds(context, sink);
  for (const entry of entries) feeds.add(renderEntry(entry, context).share);
  feeds.finish();
  return files;
}

const jsonFeed = (text: string | undefined) => JsonFeedSchema.parse(JSON.parse(text ?? ''));

describe('feeds', () => {
  it('hold the newest fifty, newest first, in every language, for all and for the domain', async () => {
    const files = await feedsFor(entriesOf(130));
    assert.deepEqual([...files.keys()].sort(), [
      'v1/feeds/en.atom',
      'v1/feeds/en.json',
      'v1/feeds/en/node.atom',
      'v1/feeds/en/node.json',
      'v1/feeds/zh.atom',
      'v1/feeds/zh.json',
      'v1/feeds/zh/node.atom',
      'v1/feeds/zh/node.json',
    ]);
    const { items } = jsonFeed(files.get('v1/feeds/zh/node.json'));
    assert.equal(items.length, 50);
    assert.equal(items[0]?.url, 'https://kb.example/zh/node/x129/');
    assert.equal(items[49]?.url, 'https://kb.example/zh/node/x80/');
  });

  it('are well-formed Atom that says the same as the JSON', async () => {
    const files = await feedsFor(entriesOf(3));
    const xml = files.get('v1/feeds/en/node.atom') ?? '';
    const document = parseXml(xml);
    const texts = (name: string): string[] =>
      [...document.querySelectorAll(`entry > ${name}`)].map(({ textContent }) => textContent);
    const { items } = jsonFeed(files.get('v1/feeds/en/node.json'));
    const legal = (text: string): string => text.replaceAll('\u0007', '\uFFFD');
    assert.deepEqual(
      texts('title'),
      items.map(({ title }) => legal(title)),
    );
    assert.deepEqual(
      texts('id'),
      items.map(({ id }) => id),
    );
    assert.equal(document.querySelector('feed > updated')?.textContent, '2026-01-03T00:00:00Z');
    assert.equal(document.querySelector('feed > title')?.textContent, 'Fixrate: Node & co');
  });

  it('keep their ids and those of their items when the site moves', async () => {
    const ids = async (site: string): Promise<string[]> => {
      const xml = (await feedsFor(entriesOf(2), site)).get('v1/feeds/en.atom') ?? '';
      return [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id ?? '');
    };
    const here = await ids('https://a.example');
    assert.equal(new Set(here).size, 3);
    assert.deepEqual(await ids('https://b.example'), here);
  });

  it('exist where there is no entry yet', async () => {
    const files = await feedsFor([]);
    assert.deepEqual(jsonFeed(files.get('v1/feeds/en.json')).items, []);
  });

  it('date an item by what was recorded of it, and say what changed, each language its own', async () => {
    const [entry] = entriesOf(1);
    assert.ok(entry);
    const [created] = entry.history;
    assert.ok(created);
    entry.history = [
      { ...created, date: '2026-02-03', revision: 'c', changes: ['text.zh'], fixed: [3, 3] },
      { ...created, date: '2026-02-02', revision: 'b', changes: ['trials', 'rates'], fixed: [3, 3] },
      created,
    ];
    const files = await feedsFor([entry]);
    const [en] = jsonFeed(files.get('v1/feeds/en.json')).items;
    const [zh] = jsonFeed(files.get('v1/feeds/zh.json')).items;
    assert.equal(en?.date_published, '2026-01-01T00:00:00Z');
    assert.equal(en.date_modified, '2026-02-02T00:00:00Z');
    assert.ok(en.content_text.includes('Changed: trials, rates, causes with a proven fix 2/3 → 3/3\n'));
    assert.equal(zh?.date_modified, '2026-02-03T00:00:00Z');
    assert.ok(zh.content_text.includes('有改动：中文文字\n'));
    const atom = files.get('v1/feeds/en.atom') ?? '';
    assert.match(atom, /<published>2026-01-01T00:00:00Z<\/published><updated>2026-02-02T00:00:00Z</);
  });

  it('of a domain whose entries are all withdrawn stay, valid, and say so', async () => {
    const withdrawn = { date: '2026-03-01', reason: { en: 'It is gone.', zh: '没有了。' }, replacedBy: null };
    const entries = entriesOf(2).map(
      (entry): Entry => ({
        ...entry,
        facts: { ...entry.facts, withdrawn },
        history: [
          { date: '2026-03-02', revision: 'b', changes: ['withdrawn'], fixed: [2, 3] },
          ...entry.history,
        ],
      }),
    );
    const files = await feedsFor(entries);
    for (const name of ['en', 'en/node', 'zh/node']) {
      const { items } = jsonFeed(files.get(`v1/feeds/${name}.json`));
      assert.equal(items.length, 2, name);
      assert.equal(items[0]?.date_modified, '2026-03-02T00:00:00Z');
      const document = parseXml(files.get(`v1/feeds/${name}.atom`) ?? '');
      assert.equal(document.querySelectorAll('entry').length, 2);
      assert.equal(document.querySelector('feed > updated')?.textContent, '2026-03-02T00:00:00Z');
    }
    const [item] = jsonFeed(files.get('v1/feeds/en/node.json')).items;
    assert.match(item?.title ?? '', /, withdrawn$/);
    assert.match(item?.content_text ?? '', /\nChanged: withdrawn\n\nIt is gone\.\n/);
  });
});

it('a name-based UUID is that of the example of RFC 9562, A.4', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  assert.equal(uuidFromName(dns, 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
});
