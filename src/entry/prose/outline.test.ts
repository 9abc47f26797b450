import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { faults, mdx } from './fixture.ts';
import { type Block, readOutline } from './outline.ts';

const REMEDY = '<Workaround id="a" title="A" short="a">';

function stepsOf(body: string): string[] {
  const { outline, problems } = readOutline('en.mdx', mdx(`Text\n\n${body}`));
  assert.deepEqual(problems, []);
  return outline?.blocks.at(-1)?.steps.map((step: Block) => step.id) ?? [];
}

describe('readOutline', () => {
  it('finds steps however they are set apart', () => {
    const first = '<Step id="one">x</Step>';
    const second = '<Step id="two">\ny\n</Step>';
    for (const text of [
      `When.\n${first}\n${second}`,
      `When.\n\n${first}\n\n${second}`,
      `When.\n${first}\n<Step id="two">y</Step>`,
    ]) {
      assert.deepEqual(stepsOf(`${REMEDY}\n${text}\n</Workaround>`), ['one', 'two'], text);
    }
  });

  it('refuses a step that a list would swallow', () => {
    assert.deepEqual(faults(`Text\n\n${REMEDY}\nWhen.\n\n- item\n<Step id="one">x</Step>\n</Workaround>`), [
      '11:1 <Step> must stand directly in <Workaround> or <DeadEnd>',
    ]);
  });

  it('refuses text that would be shown in another place than it stands', () => {
    assert.deepEqual(faults(`Text\n\n${REMEDY}\nWhen.\n\n<Step id="one">x</Step>\n\nLater.\n</Workaround>`), [
      '12:1 this text follows a step, but would be shown before it',
    ]);
    assert.deepEqual(faults('Text\n\n<Cause id="a" title="A">x</Cause>\n\nStray.'), [
      '9:1 this text stands outside of every component',
    ]);
  });

  it('refuses what says nothing', () => {
    assert.deepEqual(faults('<Cause id="a" title="A"></Cause>'), [
      '5:1 <Cause id="a"> has no text',
      '1:1 the root cause is missing',
    ]);
  });

  it('wants a title and a summary', () => {
    const said = (text: string): string[] =>
      readOutline('f', text).problems.map(({ line, message }) => `${line} ${message}`);
    assert.deepEqual(said('Text'), ['1 front matter is missing']);
    assert.deepEqual(said('---\ntitle: T\nsumary: S\n---\nText'), [
      '2 summary is missing',
      '3 sumary is not a known key',
    ]);
  });

  it('tells where a tag was opened that is never closed', () => {
    assert.match(
      faults('Text\n\n<Cause id="a" title="A">\n\nx').join(),
      /^7:1 this is no MDX: expected a closing tag/,
    );
  });
});
