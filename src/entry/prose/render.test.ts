import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RootContent } from 'mdast';
import type { Section } from '../entry.ts';
import { mdx, PLACE } from './fixture.ts';
import type { ProsePlace } from './links.ts';
import { readOutline } from './outline.ts';
import { renderSection } from './render.ts';

function render(body: string, place: Partial<ProsePlace> = {}): Section {
  const { outline } = readOutline('en.mdx', mdx(body));
  assert.ok(outline?.blocks[0]);
  return renderSection(outline.blocks[0].content, { ...PLACE, ...place });
}

describe('HTML of a section', () => {
  it('keeps the meaning of tables, lists, code and headings', () => {
    const { html } = render(
      '# Top\n\n### Low\n\n| a | b |\n|--:|---|\n| 1 | 2 |\n\n3. x\n\n```sh\nls <x>\n```\n\n~~old~~ **b** *i*',
    );
    for (const part of [
      '<h4>Top</h4>',
      '<h6>Low</h6>',
      '<th align="right">a</th>',
      '<td>2</td>',
      '<ol start="3">',
      '<pre><code class="language-sh">ls &#x3C;x>\n</code></pre>',
      '<del>old</del> <strong>b</strong> <em>i</em>',
    ]) {
      assert.ok(html.includes(part), `${part} in ${html}`);
    }
  });

  it('marks links that lead elsewhere, and puts base and language before those that do not', () => {
    assert.equal(
      render('[x](https://example.com/)').html,
      '<p><a href="https://example.com/" rel="external nofollow noopener">x</a></p>',
    );
    assert.equal(render('[x](/git/y/#cause-a)').html, '<p><a href="/kb/git/y/#cause-a">x</a></p>');
    assert.equal(render('[x](/git/y/)', { locale: 'zh' }).html, '<p><a href="/kb/zh/git/y/">x</a></p>');
    assert.equal(render('[x](#cause-a)').html, '<p><a href="#cause-a">x</a></p>');
    assert.equal(render('[x][d]\n\n[d]: /git/y/').html, '<p><a href="/kb/git/y/">x</a></p>');
  });

  it('leaves out whatever slipped through', () => {
    const text = { type: 'text' as const, value: 'x' };
    const hostile: RootContent[] = [
      { type: 'html', value: '<script>alert(1)</script>' },
      { type: 'paragraph', children: [{ type: 'link', url: 'javascript:alert(1)', children: [text] }] },
      {
        type: 'paragraph',
        children: [text],
        data: { hName: 'script', hProperties: { onclick: 'x', style: 'y', id: 'z' } },
      },
      { type: 'paragraph', children: [{ type: 'image', url: 'https://evil.example/', alt: 'x' }] },
    ];
    assert.doesNotMatch(renderSection(hostile, PLACE).html, /script|onclick|style|id=|img|evil/);
  });

  it('joins lines between Chinese characters, where a browser would show a space', () => {
    assert.equal(
      render('操作系统，\n一次只给\nNode 一个\n`port`。').html,
      '<p>操作系统，一次只给\nNode 一个\n<code>port</code>。</p>',
    );
  });

  it('turns an address of mail, as in git@host, back into text', () => {
    assert.equal(render('Use git@github.com:a/b.').html, '<p>Use git@github.com:a/b.</p>');
  });
});

describe('Markdown of a section', () => {
  it('has links that work wherever it is pasted', () => {
    assert.equal(
      render('[x](/git/y/) [z](#cause-a)').markdown,
      '[x](https://example.org/kb/git/y/) [z](https://example.org/kb/demo/port-taken/#cause-a)',
    );
  });

  it('has neither comments nor components', () => {
    assert.equal(render('Text {/* note */}more.').markdown, 'Text more.');
  });

  it('keeps tables and code as they are', () => {
    const body = '| a | b |\n| - | - |\n| 1 | 2 |\n\n```sh\nls {x} <y>\n```';
    assert.equal(render(body).markdown, body);
  });
});

describe('text of a section', () => {
  it('is one line of words', () => {
    assert.equal(
      render('# Top\n\nA *b*\n`c`.\n\n- x\n- y\n\n| a | b |\n|---|---|\n| 1 | 2 |').text,
      'Top A b c. x y a b 1 2',
    );
  });
});
