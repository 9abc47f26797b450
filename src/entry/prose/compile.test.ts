import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { it } from 'node:test';
import { evaluate } from '@mdx-js/mdx';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import { LOCALES } from '../../i18n/locales.ts';
import type { Section } from '../entry.ts';
import { FIXTURE_TEXTS } from '../fixtures/texts.ts';
import { folderOf, listEntries } from '../load/files.ts';
import { PLACE } from './fixture.ts';
import { readOutline } from './outline.ts';
import { renderProse } from './prose.ts';

/** What a component was given, as text. */
function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('');
  return typeof node === 'string' || typeof node === 'number' ? String(node) : '';
}

/** Compile a file as the MDX that it is, and take the words from what it renders. */
async function compiledText(source: string): Promise<string> {
  const show = (type: unknown, props: { children?: unknown; components?: unknown }): string =>
    typeof type === 'function' ? textOf(type(props)) : textOf(props.children);
  const parts = Object.fromEntries(
    ['Finding', 'Cause', 'Workaround', 'DeadEnd', 'Step'].map((name) => [
      name,
      (props: { children?: unknown }) => textOf(props.children),
    ]),
  );
  const module = await evaluate(source, {
    jsx: show,
    jsxs: show,
    Fragment: (props: { children?: unknown }) => textOf(props.children),
    remarkPlugins: [remarkFrontmatter, remarkGfm],
  });
  return show(module.default, { components: parts });
}

function ourText(source: string): string {
  const { outline, problems } = readOutline('f.mdx', source);
  assert.deepEqual(problems, []);
  assert.ok(outline);
  const prose = renderProse(outline, outline, PLACE);
  const sections: Section[] = [
    prose.rootCause,
    ...prose.findings,
    ...Object.values(prose.causes),
    ...Object.values(prose.remedies).flatMap((remedy) => [remedy, ...Object.values(remedy.steps)]),
  ];
  return sections.map(({ text }) => text).join(' ');
}

const withoutSpace = (text: string): string => text.replace(/\s+/g, '');

const sources = new Map<string, string>(
  LOCALES.map((locale) => [`the fixture in ${locale}`, FIXTURE_TEXTS[`${locale}.mdx`]]),
);
const content = join(import.meta.dirname, '../../../content');
for (const id of listEntries(content).ids) {
  for (const locale of LOCALES) {
    sources.set(`${id} in ${locale}`, readFileSync(join(folderOf(content, id), `${locale}.mdx`), 'utf8'));
  }
}

for (const [name, source] of sources) {
  it(`the MDX compiler reads the same text in ${name}`, async () => {
    assert.equal(withoutSpace(ourText(source)), withoutSpace(await compiledText(source)));
  });
}
