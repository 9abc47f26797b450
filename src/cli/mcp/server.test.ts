import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { createMatcher } from '../../match/matcher.ts';
import { contentKnowledge } from '../knowledge/content.ts';
import { makeMcpServer } from './server.ts';

const ENTRY = 'node/err-address-already-in-use-eaddrinuse';

describe('the tools for agents', () => {
  const knowledge = contentKnowledge();
  const server = makeMcpServer(knowledge, createMatcher(knowledge.index()), '1.2.3');
  const client = new Client({ name: 'test', version: '0' });
  before(async () => {
    const [near, far] = InMemoryTransport.createLinkedPair();
    await Promise.all([server.connect(far), client.connect(near)]);
  });
  after(() => client.close());

  const ask = async (name: string, args: Record<string, unknown>) => {
    const { content, isError } = (await client.callTool({ name, arguments: args })) as {
      content: { text: string }[];
      isError?: boolean;
    };
    return { text: content[0]?.text ?? '', isError: isError === true };
  };

  test('all of them only read', async () => {
    const { tools } = await client.listTools();
    assert.deepEqual(tools.map(({ name }) => name).sort(), [
      'get_entry',
      'list_domains',
      'match_error',
      'search_errors',
    ]);
    for (const { annotations, inputSchema } of tools) {
      assert.equal(annotations?.readOnlyHint, true);
      assert.equal(inputSchema.type, 'object');
    }
  });

  test('match_error names the error, its causes with tell and fix, and what not to try', async () => {
    const { text } = await ask('match_error', {
      text: 'Error: listen EADDRINUSE: address already in use :::3000',
    });
    const [match] = JSON.parse(text).matches;
    assert.equal(match.entry, ENTRY);
    assert.ok(
      match.causes.every(
        ({ tell, fix }: { tell: unknown; fix: unknown }) => tell !== undefined && fix !== undefined,
      ),
    );
    assert.ok(match.doNotTry.length > 0);
  });

  test('match_error says that nothing is known', async () => {
    assert.deepEqual(
      JSON.parse((await ask('match_error', { text: 'zork: quux frobnicated' })).text).matches,
      [],
    );
  });

  test('get_entry gives Markdown or JSON, and an error for what is not there', async () => {
    assert.match((await ask('get_entry', { id: ENTRY, language: 'zh' })).text, /^# .*\p{Script=Han}/u);
    assert.equal(JSON.parse((await ask('get_entry', { id: ENTRY, format: 'json' })).text).id, ENTRY);
    const { code } = JSON.parse((await ask('get_entry', { id: ENTRY, format: 'json' })).text);
    assert.equal(
      JSON.parse((await ask('get_entry', { id: code.toLowerCase(), format: 'json' })).text).id,
      ENTRY,
    );
    assert.equal((await ask('get_entry', { id: 'FX-00001' })).isError, true);
    assert.equal((await ask('get_entry', { id: 'node/none' })).isError, true);
    assert.equal((await ask('get_entry', { id: '../../etc/passwd' })).isError, true);
  });

  test('search_errors and list_domains lead to ids', async () => {
    assert.ok((await ask('search_errors', { query: '端口' })).text.includes(ENTRY));
    assert.ok((await ask('list_domains', {})).text.includes(ENTRY));
  });

  test('input over the limits is refused', async () => {
    assert.equal((await ask('search_errors', { query: 'x'.repeat(501) })).isError, true);
  });
});
