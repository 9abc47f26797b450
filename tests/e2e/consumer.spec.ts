import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import ts from 'typescript';
import { ENDPOINTS, type Endpoint, parametersOf } from '../../src/export/openapi/endpoints.ts';
import { endpointsOf } from './support/endpoints.ts';
import { builtFiles, readBuilt } from './support/site.ts';
import { expect, test } from './support/test.ts';

const CACHE = join(import.meta.dirname, '../../node_modules/.cache');

/** A program as a stranger writes it: it knows the address and the types that were made from our description. */
const PROGRAM = `
import createClient from 'openapi-fetch';
import type { paths } from './api.d.ts';

const client = createClient<paths>({ baseUrl: process.env['BASE_URL'] ?? '' });
const read: string[] = [];

const { data: index } = await client.GET('/v1/index.json');
for (const entry of index?.entries ?? []) {
  const [domain = '', slug = ''] = entry.id.split('/');
  const { data } = await client.GET('/{domain}/{slug}.json', { params: { path: { domain, slug } } });
  const title: string | undefined = data?.text.zh.title;
  const proven: number | undefined = data?.rates.fixRate.proven;
  if (title !== entry.title.zh || proven !== entry.rates.fixRate.proven) throw new Error(entry.id);
  // @ts-expect-error: a name that the format does not have
  data?.rates.fixrate;
}
`;

test('a client with types made from our OpenAPI document reads every endpoint', async ({ baseURL }) => {
  const types = astToString(await openapiTS(readBuilt('v1/openapi.json')));
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(join(CACHE, 'consumer-'));
  try {
    writeFileSync(join(folder, 'api.d.ts'), types);
    const program = `${PROGRAM}${ENDPOINTS.map(callOf).join('')}console.log(JSON.stringify(read));\n`;
    writeFileSync(join(folder, 'program.ts'), program);
    expect(compile(join(folder, 'program.ts'))).toEqual([]);
    const { status, stdout, stderr } = spawnSync(process.execPath, [join(folder, 'program.js')], {
      encoding: 'utf8',
      env: { ...process.env, BASE_URL: baseURL?.replace(/\/$/, '') },
    });
    expect(status, stderr).toBe(0);
    expect(JSON.parse(stdout)).toEqual(ENDPOINTS.map(({ operation }) => operation));
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** A call of an endpoint with the parameters of some file that it has. */
function callOf(endpoint: Endpoint): string {
  const found = builtFiles('').flatMap(endpointsOf);
  const values = found.find((one) => one.endpoint === endpoint)?.values;
  const params = parametersOf(endpoint).length === 0 ? '' : `params: { path: ${JSON.stringify(values)} }, `;
  const parse = endpoint.type === 'application/json' ? 'json' : 'text';
  return `{
  const { data, error } = await client.GET('/${endpoint.path}', { ${params}parseAs: '${parse}' });
  if (!data) throw new Error('${endpoint.operation}: ' + String(error));
  read.push('${endpoint.operation}');
}
`;
}

/** Compile a program beside itself; what the compiler finds wrong with it. */
function compile(file: string): string[] {
  const program = ts.createProgram([file], {
    strict: true,
    noEmit: false,
    skipLibCheck: true,
    allowImportingTsExtensions: false,
    target: ts.ScriptTarget.ES2023,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
    types: ['node'],
  });
  const { diagnostics } = program.emit();
  return [...ts.getPreEmitDiagnostics(program), ...diagnostics].map(({ messageText, start, file: at }) => {
    const line = at && start !== undefined ? at.getLineAndCharacterOfPosition(start).line + 1 : 0;
    return `${line}: ${ts.flattenDiagnosticMessageText(messageText, '\n')}`;
  });
}
