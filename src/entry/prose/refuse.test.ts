import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { faults, mdx, PLACE } from './fixture.ts';
import { readOutline } from './outline.ts';
import { renderSection } from './render.ts';

/** Prose that would run code, fetch something or change the page; each must be refused where it stands. */
const HOSTILE: Record<string, [body: string, place: string]> = {
  'a script': ['Text\n\n<script>alert(1)</script>', '7:1'],
  'a script within a line': ['Text <script>alert(1)</script>', '5:6'],
  'a script in a component': [
    'Text\n\n<Cause id="a" title="A">\nx <script src="https://evil.example/x.js" />\n</Cause>',
    '8:3',
  ],
  'an event handler': ['<img src="x" onerror="alert(1)" />', '5:1'],
  'an event handler on a component': ['Text\n\n<Cause id="a" title="A" onClick="alert(1)">x</Cause>', '7:1'],
  'a style': ['<style>{`body{display:none}`}</style>', '5:1'],
  'an iframe': ['<iframe src="https://evil.example" />', '5:1'],
  'a form': ['<form action="https://evil.example"><button>x</button></form>', '5:1'],
  'an svg': ['<svg><a href="javascript:alert(1)">x</a></svg>', '5:1'],
  'an expression': ['Text {process.env.HOME}', '5:6'],
  'an expression on a line of its own': ['Text\n\n{require("fs").readFileSync("/etc/passwd")}', '7:1'],
  'an expression that hides in a comment': ['Text {/* c */ alert(1)}', '5:6'],
  'an import': ['import fs from "node:fs"\n\nText', '5:1'],
  'an export': ['export const x = 1\n\nText', '5:1'],
  'an attribute with an expression': ['Text\n\n<Cause id={"a"} title="A">x</Cause>', '7:1'],
  'attributes spread from an expression': ['Text\n\n<Cause id="a" title="A" {...props}>x</Cause>', '7:1'],
  'an unknown component': ['Text\n\n<Card id="a">x</Card>', '7:1'],
  'a component of a library': ['Text\n\n<React.Fragment>x</React.Fragment>', '7:1'],
  'a fragment': ['Text\n\n<>x</>', '7:1'],
  'a javascript link': ['[x](javascript:alert(1))', '5:1'],
  'a javascript link in capitals and with an entity': ['[x](JavaScript&#58;alert(1))', '5:1'],
  'a javascript link with a tab': ['[x](<java\tscript:alert(1)>)', '5:1'],
  'a data link': ['[x](data:text/html;base64,PHNjcmlwdD4=)', '5:1'],
  'a vbscript link': ['[x](vbscript:x)', '5:1'],
  'a file link': ['[x](file:///etc/passwd)', '5:1'],
  'a link without a scheme to another host': ['[x](//evil.example/)', '5:1'],
  'a link with backslashes to another host': ['[x](/\\evil.example/)', '5:1'],
  'a relative link': ['[x](../x/)', '5:1'],
  'a link with a query to a page': ['[x](/git/x/?a=1)', '5:1'],
  'a link into a language': ['[x](/zh/git/)', '5:1'],
  'a javascript address of a definition': ['[x][a]\n\n[a]: javascript:alert(1)', '7:1'],
  'a definition that nothing refers to': ['x\n\n[a]: javascript:alert(1)', '7:1'],
  'a picture': ['![x](https://evil.example/pixel.png)', '5:1'],
  'a picture with a script': ['![x](javascript:alert(1))', '5:1'],
  'a picture by reference': ['![x][a]\n\n[a]: https://example.com/', '5:1'],
  'a footnote': ['x[^1]\n\n[^1]: javascript:alert(1)', '5:2'],
  'a step outside of a remedy': ['Text\n\n<Step id="a">x</Step>', '7:1'],
  'a cause inside a cause': [
    'Text\n\n<Cause id="a" title="A">\n<Cause id="b" title="B">x</Cause>\n</Cause>',
    '8:1',
  ],
  'a comment of HTML': ['Text <!-- x -->', '5:6'],
  'an autolink in angle brackets': ['Text <javascript:alert(1)>', '5:6'],
  'a brace that is never closed': ['Text { x', '5:6'],
};

describe('hostile prose', () => {
  for (const [what, [body, place]] of Object.entries(HOSTILE)) {
    it(`refuses ${what}`, () => {
      const found = faults(body);
      assert.ok(
        found.some((one) => one.startsWith(`${place} `)),
        `${place} in:\n${found.join('\n')}`,
      );
    });
  }

  it('is told with a way to mend it', () => {
    const { problems } = readOutline('en.mdx', mdx('Use {port} and <Couse id="a" />'));
    assert.deepEqual(
      problems.map(({ message, tip }) => [message, tip]),
      [
        ['{port} is an expression', 'write it in `code`, or escape the brace: \\{'],
        ['<Couse> is not a component of entries', 'did you mean Cause?'],
      ],
    );
  });
});

describe('any prose', () => {
  const pieces = fc.constantFrom(
    ...[
      '<script>',
      '</script>',
      '<Cause id="a" title="A">',
      '</Cause>',
      '<b onclick="x">',
      '{',
      '}',
      '{/*',
      '*/}',
    ],
    ...[
      '[x](javascript:a)',
      '[x](',
      ')',
      '![x](y)',
      '`',
      '```\n',
      '\n',
      '\n\n',
      '- ',
      '> ',
      '| a | b |\n|---|---|\n',
      '# ',
    ],
    ...[
      '\\',
      '&#106;',
      '[^1]',
      '[a]: data:x',
      '<!--',
      'export const a = 1',
      'import "x"',
      'text',
      '中文',
      '<https://x.y>',
    ],
  );

  it('is either refused or harmless, and never stops the check', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const { outline, problems } = readOutline('en.mdx', mdx(parts.join('')));
        if (outline === null || problems.length > 0) return;
        const html = outline.blocks.map((block) => renderSection(block.content, PLACE).html).join('');
        for (const [, name] of html.matchAll(/<\/?([^\s>]+)/g)) {
          assert.match(
            name ?? '',
            /^(p|br|em|strong|del|code|pre|a|[uo]l|li|blockquote|hr|h[4-6]|table|thead|tbody|tr|t[hd])$/,
          );
        }
        assert.doesNotMatch(html, /<[^>]* (on\w+|style|src|id)=/);
        assert.doesNotMatch(html, /href="(?!https?:|#|\/kb\/)/);
      }),
      { numRuns: 500 },
    );
  });
});

describe('harmless prose', () => {
  it('may have comments, escaped braces and brackets, code and links', () => {
    const body =
      'Text {/* <script> */} \\{x} \\<T> `{x} <script>` git@github.com:a/b.git [x](https://example.com/?a=1#b) [y](/git/x/#cause-a) [z](#cause-b)';
    assert.deepEqual(faults(body), []);
  });
});

describe('components', () => {
  it('have the attributes they need, and no others', () => {
    assert.deepEqual(faults('Text\n\n<Workaround id="a" title="A">x</Workaround>'), [
      '7:1 <Workaround> has no short',
    ]);
    assert.deepEqual(faults('Text\n\n<Cause id="a" title="A" titel="B">x</Cause>'), [
      '7:1 <Cause> has no attribute titel',
    ]);
    assert.deepEqual(faults('Text\n\n<Cause id="a" title="">x</Cause>'), [
      '7:1 title of <Cause> must be literal text',
    ]);
    assert.deepEqual(faults('Text\n\n<Cause id="a" id="b" title="A">x</Cause>'), [
      '7:1 id of <Cause> is given twice',
    ]);
  });
});
