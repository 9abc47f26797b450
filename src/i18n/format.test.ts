import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { formatDate, formatNumber, formatPercent } from './format.ts';

describe('formatPercent', () => {
  it('never claims all or nothing where it is not so', () => {
    assert.equal(formatPercent(0.9999, 'en'), '99%');
    assert.equal(formatPercent(0.0001, 'en'), '1%');
    assert.equal(formatPercent(1, 'en'), '100%');
    assert.equal(formatPercent(0, 'zh'), '0%');
  });

  it('rounds to the nearest whole', () => {
    assert.equal(formatPercent(0.8667, 'en'), '87%');
    assert.equal(formatPercent(0.125, 'zh'), '13%');
  });
});

describe('formatDate', () => {
  it('writes the day as the language does, in no time zone', () => {
    assert.equal(formatDate('2023-10-05', 'en'), 'Oct 5, 2023');
    assert.equal(formatDate('2023-10-05', 'zh'), '2023年10月5日');
  });
});

describe('formatNumber', () => {
  it('marks thousands', () => {
    assert.equal(formatNumber(1234, 'en'), '1,234');
  });
});
