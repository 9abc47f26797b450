import { brotliCompressSync } from 'node:zlib';
import { create, insertMultiple, save, search } from '@orama/orama';
import flexsearch from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { createMatcher } from '../../src/match/matcher.ts';
import { packIndex } from '../../src/match/pack.ts';
import type { MatchInput } from '../../src/match/types.ts';
import { findRelaxed } from '../../src/scripts/search-words.ts';
import { openPagefind } from './pagefind.ts';

/** A search engine with its index built. */
export interface Engine {
  name: string;
  /** Ids, best first; empty for no answer. */
  answer: (text: string) => Promise<string[]> | string[];
  /** What the index weighs as it would be sent. */
  bytes: number;
}

/** The other engines get this much of a paste: some take seconds for more. */
const MOST_TEXT = 1000;
/** Fuse compares a pattern letter by letter. */
const MOST_PATTERN = 120;
const MOST_ANSWERS = 5;

/** Build every engine over the same entries, each as its documentation advises for text with typing errors. */
export async function buildEngines(inputs: readonly MatchInput[]): Promise<Engine[]> {
  const documents = inputs.map(({ id, signatures, context = [] }) => ({
    id,
    text: [...signatures, ...context].join('\n').replace(/\{\w+\}/g, ' '),
  }));
  return [
    matcherEngine(inputs),
    ...(await pagefindEngines(documents)),
    miniSearchEngine(documents),
    await oramaEngine(documents),
    await flexSearchEngine(documents),
    fuseEngine(documents),
  ];
}

interface Document {
  id: string;
  text: string;
}

function matcherEngine(inputs: readonly MatchInput[]): Engine {
  const index = packIndex(inputs);
  const matcher = createMatcher(index);
  return {
    name: 'this matcher',
    answer: (text) => matcher.match(text).matches.map(({ entry }) => entry),
    bytes: weigh(JSON.stringify(index)),
  };
}

/** Pagefind as it is, which wants all words of a text, and as this site asks it: without words until something is found. */
async function pagefindEngines(documents: readonly Document[]): Promise<Engine[]> {
  const { search, bytes } = await openPagefind(documents);
  const find = (text: string): Promise<string[]> => search(text, MOST_ANSWERS);
  return [
    { name: 'Pagefind', answer: (text) => find(text.slice(0, MOST_TEXT)), bytes },
    {
      name: 'Pagefind, fewer words',
      answer: async (text) => [...(await findRelaxed(find, text.slice(0, MOST_TEXT))).results],
      bytes,
    },
  ];
}

function miniSearchEngine(documents: readonly Document[]): Engine {
  const engine = new MiniSearch<Document>({ fields: ['text'] });
  engine.addAll(documents);
  return {
    name: 'MiniSearch',
    answer: (text) =>
      engine
        .search(text.slice(0, MOST_TEXT))
        .slice(0, MOST_ANSWERS)
        .map(({ id }) => String(id)),
    bytes: weigh(JSON.stringify(engine)),
  };
}

async function oramaEngine(documents: Document[]): Promise<Engine> {
  const engine = create({ schema: { id: 'string', text: 'string' } as const });
  await insertMultiple(engine, documents);
  return {
    name: 'Orama',
    answer: async (text) => {
      const query = {
        term: text.slice(0, MOST_TEXT),
        properties: ['text' as const],
        limit: MOST_ANSWERS,
        threshold: 1,
      };
      const { hits } = await search(engine, query);
      return hits.map(({ document }) => document.id);
    },
    bytes: weigh(JSON.stringify(save(engine))),
  };
}

async function flexSearchEngine(documents: readonly Document[]): Promise<Engine> {
  const engine = new flexsearch.Index({ tokenize: 'forward' });
  documents.forEach(({ text }, number) => {
    engine.add(number, text);
  });
  const parts: string[] = [];
  await engine.export((_key: string, data: unknown) => {
    parts.push(String(data));
  });
  return {
    name: 'FlexSearch',
    answer: (text) =>
      engine
        .search(text.slice(0, MOST_TEXT), { limit: MOST_ANSWERS, suggest: true })
        .map((number) => documents[Number(number)]?.id ?? ''),
    bytes: weigh(parts.join('\n')),
  };
}

function fuseEngine(documents: readonly Document[]): Engine {
  const engine = new Fuse(documents, { keys: ['text'], ignoreLocation: true, threshold: 0.6 });
  return {
    name: 'Fuse.js',
    answer: (text) =>
      engine.search(text.slice(0, MOST_PATTERN), { limit: MOST_ANSWERS }).map(({ item }) => item.id),
    bytes: weigh(JSON.stringify([documents, engine.getIndex()])),
  };
}

function weigh(index: string): number {
  return brotliCompressSync(index).length;
}
