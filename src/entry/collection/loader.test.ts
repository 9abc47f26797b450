import assert from 'node:assert/strict';
import { EventEmitter } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, it } from 'node:test';
import { pathToFileURL } from 'node:url';
import type { LoaderContext } from 'astro/loaders';
import { keptPath } from '../../cache/kept.ts';
import { FIXTURE_ID, FIXTURE_TEXTS } from '../fixtures/texts.ts';
import type { Card } from './card.ts';
import { keptEntries } from './kept-entries.ts';
import { entryLoader } from './loader.ts';
import { unpackEntry } from './pack.ts';

const PROJECT = join(import.meta.dirname, '../../..');
const SITE = { origin: 'https://example.org', base: '/' };
const OTHER_ID = 'demo/other';

let root = '';
let cache = '';

beforeEach(() => {
  cache = mkdtempSync(join(tmpdir(), 'fixrate-cache-'));
  root = mkdtempSync(join(tmpdir(), 'fixrate-loader-'));
  writeEntry(FIXTURE_ID);
});
afterEach(() => {
  for (const folder of [root, cache]) rmSync(folder, { recursive: true });
});

function writeEntry(id: string, texts: Record<string, string> = FIXTURE_TEXTS): string {
  for (const [name, text] of Object.entries(texts)) {
    const path = join(root, 'errors', id, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }
  return join(root, 'errors', id, 'en.mdx');
}

interface Stored {
  id: string;
  data: Record<string, unknown>;
  digest?: string | number;
}

/** The file that keeps what the card of a stored entry leaves out. */
function keptOf(entry: Stored | undefined, isDevelopment = false): string {
  return keptPath(keptEntries(cache, isDevelopment), entry?.id ?? '', String(entry?.digest));
}

function cardIn(entry: Stored | undefined): Card {
  assert.ok(entry);
  return entry.data as unknown as Card;
}

/** What Astro gives a loader, as far as ours uses it, with what it was told. */
function astro(watching = false) {
  const stored = new Map<string, Stored>();
  const sets: string[] = [];
  const errors: string[] = [];
  const watcher = Object.assign(new EventEmitter(), { add: () => undefined });
  const context = {
    store: {
      get: (id: string) => stored.get(id),
      set: (entry: Stored) => {
        sets.push(entry.id);
        stored.set(entry.id, entry);
      },
      keys: () => [...stored.keys()],
      values: () => [...stored.values()],
      delete: (id: string) => stored.delete(id),
    },
    logger: { error: (line: string) => errors.push(line), warn: () => undefined, debug: () => undefined },
    config: { root: pathToFileURL(`${PROJECT}/`) },
    watcher: watching ? watcher : undefined,
  } as unknown as LoaderContext;
  return { stored, sets, errors, watcher, load: () => entryLoader(root, SITE, cache).load(context) };
}

describe('entryLoader in a build', () => {
  it('stores the card of each entry, and keeps the rest of it in a file', async () => {
    const { stored, load } = astro();
    await load();
    const entry = stored.get(FIXTURE_ID);
    assert.equal(cardIn(entry).title.zh, '端口已被占用');
    const whole = unpackEntry(root, FIXTURE_ID, readFileSync(keptOf(entry), 'utf8'));
    assert.equal(whole.prose.en.causes['port-held']?.title, 'Another program holds the port');
    assert.equal(whole.rates.causes['port-held']?.reproduced.length, 0);
  });

  it('reads again only what has changed, and forgets what is gone', async () => {
    const { stored, sets, load } = astro();
    const other = writeEntry(OTHER_ID);
    await load();
    sets.length = 0;
    await load();
    assert.deepEqual(sets, []);
    writeFileSync(other, FIXTURE_TEXTS['en.mdx'].replace('title: The', 'title: That'));
    await load();
    assert.deepEqual(sets, [OTHER_ID]);
    rmSync(join(root, 'errors', OTHER_ID), { recursive: true });
    await load();
    assert.deepEqual([...stored.keys()], [FIXTURE_ID]);
  });

  it('reads again what is no longer kept, and keeps nothing of former states', async () => {
    const { stored, sets, load } = astro();
    const path = writeEntry(FIXTURE_ID);
    await load();
    const former = keptOf(stored.get(FIXTURE_ID));
    rmSync(former);
    await load();
    assert.deepEqual(sets, [FIXTURE_ID, FIXTURE_ID]);
    assert.ok(existsSync(former));
    writeFileSync(path, FIXTURE_TEXTS['en.mdx'].replace('title: The', 'title: That'));
    await load();
    assert.ok(!existsSync(former));
    assert.ok(existsSync(keptOf(stored.get(FIXTURE_ID))));
  });

  it('reads many entries, in threads, as it reads one', async () => {
    for (let number = 0; number < 100; number++) writeEntry(`demo/copy-${number}`);
    const { stored, load } = astro();
    await load();
    assert.equal(stored.size, 101);
    const one = readFileSync(keptOf(stored.get(FIXTURE_ID)), 'utf8');
    const other = readFileSync(keptOf(stored.get('demo/copy-99')), 'utf8');
    assert.ok(other === one.replaceAll(FIXTURE_ID, 'demo/copy-99'));
    writeEntry('demo/copy-7', { ...FIXTURE_TEXTS, 'en.mdx': '{x}' });
    writeEntry('demo/copy-3', { 'entry.yaml': 'signatures: 1\n' });
    await assert.rejects(astro().load(), /copy-3\/entry\.yaml[\s\S]*copy-7\/en\.mdx/);
  });

  it('fails with all problems of all entries', async () => {
    writeEntry(OTHER_ID, { ...FIXTURE_TEXTS, 'en.mdx': '{x}' });
    writeEntry(FIXTURE_ID, { 'entry.yaml': 'signatures: 1\n' });
    await assert.rejects(astro().load(), (error: Error) => {
      assert.match(error.message, /signatures must be a list/);
      assert.match(error.message, /\{x\} is an expression/);
      assert.match(error.message, /problems in \d+ files$/);
      return true;
    });
  });
});

describe('entryLoader while developing', () => {
  it('tells of a half-written entry, and keeps its last good state and all others', async () => {
    writeEntry(OTHER_ID);
    const { stored, errors, watcher, load } = astro(true);
    await load();
    const path = writeEntry(OTHER_ID, { 'en.mdx': '{x' });
    watcher.emit('all', 'change', path);
    assert.match(errors.join(), /other\/en\.mdx:1:\d+ {2}this is no MDX/);
    assert.equal(stored.size, 2);
    assert.ok(existsSync(keptOf(stored.get(OTHER_ID), true)));
    writeEntry(OTHER_ID, { 'en.mdx': FIXTURE_TEXTS['en.mdx'].replace('title: The', 'title: That') });
    watcher.emit('all', 'change', path);
    assert.equal(cardIn(stored.get(OTHER_ID)).title.en, 'That port is already taken');
  });

  it('takes up a new entry, and forgets one that is removed', async () => {
    const { stored, watcher, load } = astro(true);
    await load();
    const path = writeEntry(OTHER_ID);
    watcher.emit('all', 'add', path);
    assert.equal(stored.size, 2);
    rmSync(join(root, 'errors', OTHER_ID), { recursive: true });
    watcher.emit('all', 'unlink', path);
    assert.deepEqual([...stored.keys()], [FIXTURE_ID]);
  });
});
