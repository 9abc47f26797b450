import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { collectFeeds } from '../collect/feeds.ts';
import { makePublishable } from '../entry-files.ts';
import { fixtureEntry } from '../fixture.ts';
import { JsonFeedSchema } from '../schema/feed.ts';
import { parseXml } from '../xml-fixture.ts';
import { uuidFromName } from './id.ts';

const TAXONOMY = { domains: { node: { en: 'Node & co', zh: 'Node' } }, categories: {} };
const HOSTILE = 'a <b> & ]]> \u0007 `c`';

/** The feeds of so many entries, of which number i was measured on the i-th day. */
async function feedsOf(count: number, site = 'https://kb.example'): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  const sink = {
    write: (path: string, text: string | Buffer) => void files.set(path, text.toString()),
    open: () => assert.fail('feeds are written whole'),
  };
  const address = { origin: site, base: '/' };
  const guide = { en: [], zh: [] };
  const feeds = collectFeeds({ site: address, taxonomy: TAXONOMY, guide, repository: null }, sink);
  const base = fixtureEntry(HOSTILE);
  for (let i = 0; i < count; i++) {
    const date = new Date(Date.UTC(2026, 0, 1 + i)).toISOString().slice(0, 10);
    const results = base.results === null ? null : { ...base.results, date };
    const entry = { ...base, id: `node/x${i}`, slug: `x${i}`, results };
    await feeds.add({ ...makePublishable(entry, address), files: [] });
  }
  await feeds.finish();
  return files;
}

const jsonFeed = (text: string | undefined) => JsonFeedSchema.parse(JSON.parse(text ?? ''));

describe('feeds', () => {
  it('hold the newest fifty, newest first, in every language, for all and for the domain', async () => {
    const files = await feedsOf(130);
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
    const files = await feedsOf(3);
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
      const xml = (await feedsOf(2, site)).get('v1/feeds/en.atom') ?? '';
      return [...xml.matchAll(/<id>(.*?)<\/id>/g)].map(([, id]) => id ?? '');
    };
    const here = await ids('https://a.example');
    assert.equal(new Set(here).size, 3);
    assert.deepEqual(await ids('https://b.example'), here);
  });

  it('exist where there is no entry yet', async () => {
    const files = await feedsOf(0);
    assert.deepEqual(jsonFeed(files.get('v1/feeds/en.json')).items, []);
  });
});

it('a name-based UUID is that of the example of RFC 9562, A.4', () => {
  const dns = '6ba7b810-9dad-11d1-80b4-00c04fd430c8';
  assert.equal(uuidFromName(dns, 'www.example.com'), '2ed6657d-e927-568b-95e1-2665a8aea6a2');
});
