import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { gaugeHtml, intervalHtml, markHtml, sumGaugeHtml } from './marks.ts';

describe('markHtml', () => {
  it('names itself only where no word does', () => {
    assert.match(markHtml('fixed', 'fixed'), /role="img" aria-label="fixed"/);
    assert.match(markHtml('fixed'), /aria-hidden="true"/);
  });
});

describe('gaugeHtml', () => {
  it('lights each cause at its own place and marks harm there', () => {
    const gauge = gaugeHtml(4, [1, 3], [4]);
    assert.match(gauge, /class="lit" d="M0 4\.5h6M14 4\.5h6"/);
    assert.match(gauge, /class="hm" d="M20 8\.5/);
    assert.match(gauge, /width="27"/);
  });

  it('fills a sum from the left', () => {
    assert.equal(sumGaugeHtml(3, 2), gaugeHtml(3, [1, 2]));
  });

  it('draws nothing for more than fourteen causes', () => {
    assert.equal(gaugeHtml(15, [1]), '');
  });
});

describe('intervalHtml', () => {
  it('runs from the bound to the right end', () => {
    assert.match(intervalHtml(0), /M1 5H61/);
    assert.match(intervalHtml(1), /M61 5H61/);
  });
});
