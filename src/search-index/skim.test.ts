import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { skim } from './skim.ts';

const page = (body: string, head = ''): string =>
  `<!DOCTYPE html><html lang="en"><head>${head}</head><body><article data-pagefind-body="true">${body}</article></body></html>`;

/** What is left of the inside of the article. */
const skimmed = (body: string): string | undefined =>
  /<article[^>]*>(.*)<\/article>/s.exec(skim(page(body)) ?? '')?.[1];

describe('of a page that is searched', () => {
  it('text and what Pagefind reads of tags are kept', () => {
    const meta = '<meta data-pagefind-filter="tool[content]" content="git">';
    const whole = skim(page('', `<title>T</title>${meta}<script>1 > 0</script>`));
    assert.equal(
      whole,
      `<html lang="en"><head>${meta}</head><body><article data-pagefind-body="true"></article></body></html>`,
    );
    assert.equal(
      skimmed('<p id="why" class="note" data-pagefind-weight="8" title="a > b">class="x" <b>&lt;</b></p>'),
      '<p id="why" data-pagefind-weight="8">class="x" <b>&lt;</b></p>',
    );
  });

  it('what repeats or counts goes, whatever it holds', () => {
    assert.equal(
      skimmed('One<ul class="a by"><li><ul><li>2</ul></ul>two<ul><li>3</ul>'),
      'One<ul></ul>two<ul><li>3</ul>',
    );
    assert.equal(
      skimmed('<section aria-labelledby="reports"><section>1</section></section>2'),
      '<section></section>2',
    );
    assert.equal(
      skimmed('<section aria-labelledby="causes"><h2 id="causes">Causes</h2><h2>A</h2></section>'),
      '<section><h2 id="causes"></h2><h2>A</h2></section>',
    );
  });

  it('what is said in the other language goes: that has an index of its own', () => {
    assert.equal(
      skimmed('<p>原因</p><details class="other" lang="en"><summary>English</summary><p>Cause</p></details>'),
      '<p>原因</p><details lang="en"></details>',
    );
  });

  it('an element without an end is named', () => {
    assert.throws(() => skim(page('<dl class="rec"><dt>1</dt>')), /A <dl> of the page has no end/);
  });
});

it('a page without a text to search is none', () => {
  assert.equal(skim('<html lang="en"><body><article>Guide</article></body></html>'), null);
});
