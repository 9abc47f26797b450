import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { loadKnowledgeBase } from '../../entry/load/knowledge-base.ts';
import { findExample } from './example.ts';

describe('findExample', () => {
  const { entries } = loadKnowledgeBase(join(import.meta.dirname, '../../../content'), {
    origin: 'https://example.org',
    base: '/',
  });
  const found = entries.flatMap((entry) => {
    const example = findExample(entry);
    return example === null ? [] : { entry, example };
  });

  it('finds one in the knowledge base', () => {
    assert.ok(found.length > 0);
  });

  it('has a line that only some causes print, each with a tell and a fix that held in all its trials', () => {
    for (const { entry, example } of found) {
      assert.ok(example.causes.length < Object.keys(entry.facts.causes).length, entry.id);
      for (const { id, tell, cell } of example.causes) {
        assert.ok(entry.rates.causes[id]?.signatures.includes(example.signature));
        assert.ok(tell);
        assert.equal(cell.fixed, cell.trials);
      }
    }
  });
});
