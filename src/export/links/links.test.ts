import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { PublishedLedger } from '../schema/ledger.ts';
import { redirectPage } from './redirect-page.ts';
import { listFileRedirects, listRedirects } from './redirects.ts';
import { redirectsFile } from './redirects-file.ts';

const entries: PublishedLedger['entries'] = [
  {
    id: 'git/new',
    code: 'FX-0158R',
    withdrawn: null,
    aliases: [
      { id: 'git/old', code: 'FX-0158R' },
      { id: 'git/joined', code: 'FX-GY11C' },
    ],
  },
];

describe('listRedirects', () => {
  const redirects = listRedirects({ entries });
  const leads = new Map(redirects.map(({ from, to }) => [from, to]));

  it('leads each former id and each code to the page, in the language of the address', () => {
    assert.equal(leads.get('git/old/'), 'git/new/');
    assert.equal(leads.get('zh/git/joined/'), 'zh/git/new/');
    assert.equal(leads.get('git/old/trials/'), 'git/new/trials/');
    assert.equal(leads.get('e/FX-0158R/'), 'git/new/');
    assert.equal(leads.get('zh/e/FX-GY11C/'), 'zh/git/new/');
  });

  it('names no address twice', () => assert.equal(leads.size, redirects.length));

  it('leads the files of a former id to those of the entry', () => {
    assert.deepEqual(
      listFileRedirects({ entries })
        .slice(0, 3)
        .map(({ from, to }) => `${from} ${to}`),
      ['git/old.json git/new.json', 'git/old.md git/new.md', 'zh/git/old.md zh/git/new.md'],
    );
  });
});

describe('redirectPage', () => {
  it('leads on with and without script, under a base path, and says where', () => {
    const page = redirectPage(
      { from: 'zh/e/FX-0158R/', to: 'zh/git/new/', locale: 'zh', id: 'git/new' },
      { origin: 'https://kb.example', base: '/kb/' },
    );
    assert.match(page, /<html lang="zh-CN">/);
    assert.match(page, /<link rel="canonical" href="https:\/\/kb\.example\/kb\/zh\/git\/new\/">/);
    assert.match(page, /<script src="\/kb\/moved\.js" data-to="\/kb\/zh\/git\/new\/"><\/script>/);
    assert.match(
      page,
      /<noscript><meta http-equiv="refresh" content="0; url=\/kb\/zh\/git\/new\/"><\/noscript>/,
    );
    assert.match(page, /<a href="\/kb\/zh\/git\/new\/">git\/new<\/a>/);
  });
});

describe('redirectsFile', () => {
  it('has a rule for each address, former ids first, and no more than hosts read', () => {
    const rule = { from: 'e/FX-0158R/', to: 'git/new/' };
    assert.equal(redirectsFile([rule], '/kb/'), '/kb/e/FX-0158R/ /kb/git/new/ 301\n');
    assert.equal(
      redirectsFile(
        Array.from({ length: 3000 }, () => rule),
        '/',
      ).split('\n').length,
      1001,
    );
  });
});
