import { PUBLISHED, type PublishedName } from '../schema/published.ts';
import { PATHS, schemaPath } from '../urls.ts';
import type { ParameterName } from './parameters.ts';

/** One address of the site that programs read, or a family of them. */
export interface Endpoint {
  /** Path below the base; `{name}` stands for a parameter. */
  path: string;
  /** What a client calls it; never changes. */
  operation: string;
  tag: 'entries' | 'all' | 'lists' | 'schemas';
  summary: string;
  type: string;
  /** Of a JSON document its format; of NDJSON that of a line; null for text that has none of ours. */
  schema: PublishedName | 'any' | null;
}

const JSON_TYPE = 'application/json';
const MARKDOWN = 'text/markdown';

const ENTRIES: Endpoint[] = [
  {
    path: '{domain}/{slug}.json',
    operation: 'getEntry',
    tag: 'entries',
    summary: 'Everything known of an error: facts, prose in both languages, every trial.',
    type: JSON_TYPE,
    schema: 'entry',
  },
  {
    path: '{domain}/{slug}.svg',
    operation: 'getBadge',
    tag: 'entries',
    summary: 'A badge for a README, with the fix rate and its fraction.',
    type: 'image/svg+xml',
    schema: null,
  },
  {
    path: '{domain}/{slug}.changes.json',
    operation: 'getHistory',
    tag: 'entries',
    summary: 'Every revision of an entry, and what it changed.',
    type: JSON_TYPE,
    schema: 'history',
  },
  ...inBothLanguages('{domain}/{slug}.md', {
    operation: 'getEntryMarkdown',
    tag: 'entries',
    summary: 'An entry as GitHub-flavoured Markdown',
    type: MARKDOWN,
    schema: null,
  }),
  ...inBothLanguages('{domain}/{slug}.verdict.json', {
    operation: 'getVerdict',
    tag: 'entries',
    summary: 'An entry in short: causes, how to tell them apart, what fixed them, what not to try',
    type: JSON_TYPE,
    schema: 'verdict',
  }),
];

const ALL: Endpoint[] = [
  all(PATHS.index, 'getIndex', 'All entries in short, each with a digest of its JSON.', JSON_TYPE, 'index'),
  all(
    PATHS.records,
    'getEntries',
    'All entries without their single trials, one a line.',
    'application/x-ndjson',
    'entry-record',
  ),
  all(PATHS.domains, 'getDomains', 'Domains, categories, tools and tags.', JSON_TYPE, 'domains'),
  all(PATHS.evidence, 'getEvidence', 'Counts over all entries and trials.', JSON_TYPE, 'evidence'),
  all(
    PATHS.ledger,
    'getLedger',
    'Every id and short code ever published, and what it leads to.',
    JSON_TYPE,
    'ledger',
  ),
  all(PATHS.changes, 'getChanges', 'What changed last, over all entries.', JSON_TYPE, 'changes'),
  all(PATHS.match, 'getMatchManifest', 'Names the index of the matcher.', JSON_TYPE, 'match'),
  all(
    'assets/match.{digest}.json',
    'getMatchIndex',
    'The whole index of the matcher.',
    JSON_TYPE,
    'match-index',
  ),
  all(
    PATHS.archive,
    'getArchive',
    'Everything in one archive: all pages and all data. It unpacks to a site that any file server serves.',
    'application/gzip',
    null,
  ),
  all(PATHS.checksum, 'getChecksum', 'SHA-256 of the archive, as sha256sum writes it.', 'text/plain', null),
  all(PATHS.openapi, 'getOpenApi', 'This document.', JSON_TYPE, 'any'),
];

const LISTS: Endpoint[] = [
  ...inBothLanguages('{domain}.md', {
    operation: 'getDomainList',
    tag: 'lists',
    summary: 'The entries of a domain as a Markdown list, withdrawn ones apart',
    type: MARKDOWN,
    schema: null,
  }),
  ...inBothLanguages('llms.txt', {
    operation: 'getLlms',
    tag: 'lists',
    summary: 'What there is and where, for language models',
    type: 'text/plain',
    schema: null,
  }),
  ...inBothLanguages('llms-full.txt', {
    operation: 'getLlmsFull',
    tag: 'lists',
    summary: 'All entries as Markdown in one text',
    type: 'text/plain',
    schema: null,
  }),
  feed('{locale}.atom', 'getAtomFeed', 'The newest entries as Atom.'),
  feed('{locale}.json', 'getJsonFeed', 'The newest entries as JSON Feed 1.1.'),
  feed('{locale}/{domain}.atom', 'getDomainAtomFeed', 'The newest entries of a domain as Atom.'),
  feed('{locale}/{domain}.json', 'getDomainJsonFeed', 'The newest entries of a domain as JSON Feed 1.1.'),
];

const SCHEMAS: Endpoint[] = Object.keys(PUBLISHED).map((name) => ({
  path: schemaPath(name as PublishedName),
  operation: `get${camel(name)}Schema`,
  tag: 'schemas',
  summary: `JSON Schema (2020-12): ${name}.`,
  type: JSON_TYPE,
  schema: 'any',
}));

/** Everything that the site offers to programs. */
export const ENDPOINTS: readonly Endpoint[] = [...ENTRIES, ...ALL, ...LISTS, ...SCHEMAS];

/** The parameters in the path of an endpoint, in their order. */
export function parametersOf({ path }: Pick<Endpoint, 'path'>): ParameterName[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name as ParameterName);
}

function feed(path: string, operation: string, summary: string): Endpoint {
  const json = path.endsWith('.json');
  return {
    path: `v1/feeds/${path}`,
    operation,
    tag: 'lists',
    summary,
    type: json ? JSON_TYPE : 'application/atom+xml',
    schema: json ? 'feed' : null,
  };
}

function all(
  path: string,
  operation: string,
  summary: string,
  type: string,
  schema: Endpoint['schema'],
): Endpoint {
  return { path, operation, tag: 'all', summary, type, schema };
}

function inBothLanguages(path: string, { operation, summary, ...rest }: Omit<Endpoint, 'path'>): Endpoint[] {
  return [
    { ...rest, path, operation, summary: `${summary}, in English.` },
    { ...rest, path: `zh/${path}`, operation: `${operation}Zh`, summary: `${summary}, in Chinese.` },
  ];
}

function camel(name: string): string {
  return name.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
