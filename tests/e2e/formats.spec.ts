import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import type { Nodes } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { ENDPOINTS } from '../../src/export/openapi/endpoints.ts';
import { schemaPath } from '../../src/export/urls.ts';
import { endpointsOf } from './support/endpoints.ts';
import { DIST } from './support/server.ts';
import { builtFiles, readBuilt } from './support/site.ts';
import { expect, test } from './support/test.ts';

/** What is there for browsers, or for one program alone, and not described as an interface. */
const FOR_BROWSERS =
  /\.(?:html|png|xml|webmanifest)$|^favicon\.svg$|^assets\/(?!match\.)|^pagefind\/|^cli\/|^errors\/rows\/|^_headers$|^_redirects$|^moved\.js$|^sw\.js$|^offline\/|^robots\.txt$|^\.well-known\//;

const exported = builtFiles('').filter((path) => !FOR_BROWSERS.test(path));

test('every exported file is described by one endpoint, and every endpoint has a file @base', () => {
  expect(exported.filter((path) => endpointsOf(path).length !== 1)).toEqual([]);
  const used = new Set(exported.flatMap(endpointsOf).map(({ endpoint }) => endpoint.operation));
  expect(ENDPOINTS.filter(({ operation }) => !used.has(operation))).toEqual([]);
});

test('every document fits the schema that its endpoint names', () => {
  const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const wrong = exported.flatMap((path) => {
    const [{ endpoint } = { endpoint: null }] = endpointsOf(path);
    const name = endpoint?.schema ?? null;
    if (name === null || name === 'any') return [];
    const schema = JSON.parse(readBuilt(schemaPath(name)));
    const validate = ajv.getSchema(schema.$id) ?? ajv.compile(schema);
    const text = readBuilt(path);
    const documents = path.endsWith('.ndjson') ? text.trimEnd().split('\n') : [text];
    return documents.flatMap((one) => (validate(JSON.parse(one)) ? [] : [{ path, errors: validate.errors }]));
  });
  expect(wrong).toEqual([]);
});

test('every export is served as the type that its endpoint names, readable from any origin', async ({
  request,
}) => {
  const one = new Map(exported.flatMap((path) => endpointsOf(path).map(({ endpoint }) => [endpoint, path])));
  for (const [endpoint, path] of one) {
    const headers = (await request.get(path)).headers();
    const charset = endpoint.type === 'application/gzip' ? '' : '; charset=utf-8';
    expect(headers['content-type'], path).toBe(endpoint.type + charset);
    expect(headers['link'], path).toContain('rel="license"');
    expect(headers['access-control-allow-origin'], path).toBe('*');
    const again = await request.get(path, { headers: { 'If-None-Match': headers['etag'] ?? '' } });
    expect(again.status(), `${path} a second time`).toBe(304);
  }
});

/** Reads files as Python does: it refuses what its own parser does not take. */
const PYTHON = `
import json, sys
for path in sys.argv[1:]:
    with open(path, encoding='utf-8') as file:
        for text in file if path.endswith('.ndjson') else [file.read()]:
            json.loads(text, parse_constant=lambda name: sys.exit(path + ': ' + name))
`;

test('a parser of another language reads every JSON document', () => {
  const paths = exported.filter((path) => /\.(?:nd)?json$/.test(path)).map((path) => join(DIST, path));
  const { error, status, stderr } = spawnSync('python3', ['-c', PYTHON, ...paths], { encoding: 'utf8' });
  if (error === undefined) expect(status, stderr).toBe(0);
  // Where there is no Python the parser of Node has to do.
  else
    for (const path of exported.filter((one) => one.endsWith('.json')))
      expect(() => JSON.parse(readBuilt(path)), path).not.toThrow();
});

test('every Markdown file is GFM: a title, sound tables, no HTML, and no syntax left over in the text', () => {
  const parser = unified().use(remarkParse).use(remarkGfm);
  const wrong = exported
    .filter((path) => path.endsWith('.md'))
    .flatMap((path) => markdownFaults(parser.parse(readBuilt(path))).map((fault) => `${path}: ${fault}`));
  expect(wrong).toEqual([]);
});

function markdownFaults(tree: Nodes): string[] {
  const faults: string[] = [];
  const first = 'children' in tree ? tree.children[0] : undefined;
  if (first?.type !== 'heading' || first.depth !== 1) faults.push('does not begin with a title');
  visit(tree, (node) => {
    const at = `line ${node.position?.start.line}`;
    if (node.type === 'html') faults.push(`${at}: HTML`);
    if (node.type === 'link' && !/^https?:\/\//.test(node.url)) faults.push(`${at}: ${node.url}`);
    if (node.type === 'text' && /\*\*|\]\(|^\|.*\|$/m.test(node.value)) faults.push(`${at}: ${node.value}`);
    if (node.type === 'table') {
      const [width] = node.children.map((row) => row.children.length);
      if (node.children.some((row) => row.children.length !== width)) faults.push(`${at}: uneven table`);
    }
  });
  return faults;
}
