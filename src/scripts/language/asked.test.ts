import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { askedLanguage } from './asked.ts';

const OURS = ['en', 'zh-CN'];

describe('askedLanguage', () => {
  it('takes the first that there is, whatever its region', () => {
    assert.equal(askedLanguage(['zh-TW', 'en-US'], OURS), 'zh-CN');
    assert.equal(askedLanguage(['en-GB', 'zh'], OURS), 'en');
    assert.equal(askedLanguage(['fr-FR', 'ZH-Hant-HK'], OURS), 'zh-CN');
  });

  it('finds none where none is asked for', () => {
    assert.equal(askedLanguage(['fr', 'de'], OURS), undefined);
    assert.equal(askedLanguage([], OURS), undefined);
  });
});
