import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentRoot } from '../entry/load/files.ts';
import { loadTaxonomy } from '../entry/load/knowledge-base.ts';
import { domainMarkHtml } from './domain-marks.ts';

const unknown = domainMarkHtml('not-there-yet');
const domains = Object.keys(loadTaxonomy(contentRoot()).taxonomy?.domains ?? {});

describe('domainMarkHtml', () => {
  it('draws a mark of its own for each domain, small and for the eye alone', () => {
    assert.ok(domains.length > 0);
    const known = domains.filter((domain) => domainMarkHtml(domain) !== unknown);
    const marks = known.map(domainMarkHtml);
    assert.equal(new Set(marks).size, known.length);
    for (const mark of marks) {
      assert.match(mark, /aria-hidden="true"><path d="M[\d.\-MmLlHhVvCcSsAaZz ]+"\/><\/svg>$/);
      assert.ok(mark.length < 330, mark);
    }
  });

  it('has dots for a domain without one, whatever it is called', () => {
    assert.equal(domainMarkHtml('constructor'), unknown);
    assert.match(unknown, /^<svg [^<]*<path d="M2.5 8/);
  });
});
