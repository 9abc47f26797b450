import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentRoot } from '../../entry/load/files.ts';
import { loadKnowledgeBase } from '../../entry/load/knowledge-base.ts';
import { fixtureEntry } from '../../export/fixture.ts';
import { siteAddress } from '../../server/address.ts';
import { type Sum, workOut } from './worked.ts';

const { entries } = loadKnowledgeBase(contentRoot({}), siteAddress({}));

/** What is lost where the text has four decimals of a share. */
const ROUNDING = 2e-4;

describe('workOut', () => {
  for (const entry of [fixtureEntry(), ...entries]) {
    it(`writes arithmetic for ${entry.id} that comes to the figures of its page`, () => {
      const worked = workOut(entry);
      if (entry.results === null) return assert.equal(worked, null);
      assert.ok(worked !== null);
      const { rates } = entry;
      const { cause, remedy } = worked.cell;
      assertComesTo(worked.cell, rates.remedies[remedy]?.cells[cause]?.value);
      assertComesTo(worked.remedy, rates.remedies[remedy]?.success);
      assertComesTo(worked.fixRate, rates.fixRate.value);
      assertComesTo(worked.evidence, rates.evidence.total);
      if (worked.confidence === null) return assert.equal(rates.confidence.value, null);
      for (const sum of Object.values(worked.confidence)) assertComesTo(sum, sum.value);
      assertComesTo(worked.confidence.bound, rates.confidence.value);
    });
  }

  it('has nothing to work out where nothing was tried', () => {
    assert.equal(workOut(fixtureEntry('text', false)), null);
  });
});

function assertComesTo({ text, value }: Sum, figure: number | null | undefined): void {
  assert.equal(value, figure);
  assert.ok(Math.abs(evaluate(text) - value) < ROUNDING, `${text} is ${evaluate(text)}, not ${value}`);
}

/** Evaluate the arithmetic of a text, which consists of numbers and signs alone. */
function evaluate(text: string): number {
  const code = text
    .replaceAll('×', '*')
    .replaceAll('−', '-')
    .replaceAll('²', '**2')
    .replaceAll('√', 'Math.sqrt');
  assert.match(code.replaceAll('Math.sqrt', ''), /^[\d.+*/() -]+$/);
  return Number(new Function(`return ${code}`)());
}
