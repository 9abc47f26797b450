import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { signatureHtml, signatureText, templateHtml, titleHtml } from './html.ts';

const PLACEHOLDERS = {
  port: { kind: 'port', example: '3000' },
  name: { kind: 'name', example: '<b>"&' },
} as const;

describe('titleHtml', () => {
  it('makes code of what stands between backticks and escapes the rest', () => {
    assert.equal(titleHtml('Raise `a<b` & wait'), 'Raise <code>a&lt;b</code> &amp; wait');
  });

  it('leaves a lone backtick alone', () => {
    assert.equal(titleHtml('a ` b'), 'a ` b');
  });
});

describe('templateHtml', () => {
  it('shows the example of a placeholder as something to replace, with its name', () => {
    assert.equal(
      templateHtml('fuser -k {port}/tcp', PLACEHOLDERS),
      'fuser -k <var data-v="port">3000</var>/tcp',
    );
  });

  it('leaves undeclared braces as they are', () => {
    assert.equal(templateHtml("awk '{print}'", PLACEHOLDERS), "awk '{print}'");
  });

  it('escapes commands and examples', () => {
    assert.equal(
      templateHtml('a < b && {name}', PLACEHOLDERS),
      'a &lt; b &amp;&amp; <var data-v="name">&lt;b&gt;&quot;&amp;</var>',
    );
  });

  it('keeps a long option on one line, also beside an escaped character', () => {
    assert.equal(
      templateHtml('git pull --rebase <x', PLACEHOLDERS),
      'git pull <span class="nb">--rebase</span> &lt;x',
    );
    assert.equal(templateHtml('tail -n 20', PLACEHOLDERS), 'tail -n 20');
  });
});

describe('signatureHtml and signatureText', () => {
  it('read every brace as a placeholder, an escaped one as a brace', () => {
    assert.equal(signatureHtml('on \\{x} {port}', PLACEHOLDERS), 'on {x} <var>3000</var>');
    assert.equal(signatureText('on {port}\nthen {other}', PLACEHOLDERS), 'on 3000 then {other}');
  });
});
