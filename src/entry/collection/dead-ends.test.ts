import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadKnowledgeBase } from '../load/knowledge-base.ts';
import { listDeadEnds } from './dead-ends.ts';

describe('listDeadEnds', () => {
  const { entries } = loadKnowledgeBase(join(import.meta.dirname, '../../../content'), {
    origin: 'https://example.org',
    base: '/',
  });

  it('has each dead end of an entry with its titles, and the share of causes under which it fails', () => {
    for (const entry of entries) {
      const listed = listDeadEnds(entry);
      const all = Object.keys(entry.facts.remedies).filter(
        (id) => entry.facts.remedies[id]?.side === 'dead-end',
      );
      assert.deepEqual(listed.map(({ remedy }) => remedy).sort(), all.sort());
      for (const { remedy, title, failRate, fixes, causes, basis } of listed) {
        assert.notEqual(title.zh, remedy);
        if (basis !== 'lab') continue;
        assert.ok(failRate !== null && failRate >= 0.5, `${entry.id}: ${remedy} fails ${failRate}`);
        assert.ok(fixes < causes, `${entry.id}: ${remedy} fixes every cause`);
      }
    }
  });
});
