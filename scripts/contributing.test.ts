import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { inspectEntry } from '../src/check/inspect.ts';
import { loadGlossary, loadTaxonomy } from '../src/entry/load/knowledge-base.ts';
import { FactsSchema } from '../src/entry/schema/facts.ts';
import { LabSchema } from '../src/entry/schema/lab.ts';
import { RegistrySchema } from '../src/entry/schema/lab-registry.ts';
import { ROOT } from './process.ts';

const text = readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8');
const blocks = [...text.matchAll(/```yaml\n(.*?)```/gs)].map((match) => match[1] ?? '');

test('the templates that contributors copy are valid', () => {
  assert.equal(blocks.length, 3);
  const [facts, lab] = [FactsSchema, LabSchema].map((schema, index) =>
    schema.parse(parse(blocks[index] ?? '')),
  );
  assert.deepEqual(Object.keys(facts?.causes ?? {}), Object.keys(lab?.causes ?? {}));
  const { registry } = parse(blocks[2] ?? '') as { registry: unknown };
  assert.doesNotThrow(() => RegistrySchema.parse(registry));
});

test('every key of a scenario is in the table, and none that does not exist', () => {
  const [, table = ''] = text.split('\nEvery key that a scenario may have');
  const keys = [...table.matchAll(/^\| `([A-Za-z]+)` \|/gm)].map((match) => match[1] ?? '');
  const top = ['environments', 'packages', 'cache', 'causes', 'remedies'];
  const known = [...Object.keys(LabSchema.shape), 'unless'].filter((key) => !top.includes(key));
  assert.deepEqual(keys.sort(), known.sort());
});

test('the prose template names the causes, remedies and steps of the facts', () => {
  const facts = FactsSchema.parse(parse(blocks[0] ?? ''));
  const ids = (component: string): string[] =>
    [...text.matchAll(new RegExp(`<${component} id="([^"]+)"`, 'g'))].map((match) => match[1] ?? '');
  assert.deepEqual(ids('Cause'), Object.keys(facts.causes));
  assert.deepEqual([...ids('Workaround'), ...ids('DeadEnd')], Object.keys(facts.remedies));
  const steps = Object.values(facts.remedies).flatMap((remedy) => remedy.steps.map(({ id }) => id));
  assert.deepEqual(ids('Step'), steps);
});

/** The code blocks of a page of the guide, in one language. */
function guideBlocks(locale: string, language: string): string[] {
  const page = readFileSync(join(ROOT, 'content/guide', locale, 'contributing.mdx'), 'utf8');
  const pattern = new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs');
  return [...page.matchAll(pattern)].map((match) => match[1] ?? '');
}

test('the entry that the guide writes passes the check, but for the results', () => {
  const [facts, lab] = guideBlocks('en', 'yaml');
  assert.deepEqual(guideBlocks('zh', 'yaml'), [facts, lab], 'both languages show the same files');
  const texts = {
    'entry.yaml': facts ?? '',
    'en.mdx': guideBlocks('en', 'mdx')[0] ?? '',
    'zh.mdx': guideBlocks('zh', 'mdx')[0] ?? '',
    'lab.yaml': lab ?? '',
  };
  const { taxonomy } = loadTaxonomy(join(ROOT, 'content'));
  const { glossary } = loadGlossary(join(ROOT, 'content'));
  const files = { id: 'node/port-taken', folder: 'content/errors/node/port-taken', texts, problems: [] };
  const { problems } = inspectEntry(files, { taxonomy, glossary, today: '2026-01-01' });
  assert.deepEqual(
    problems.map(({ message }) => message),
    ['lab.results.json is missing'],
  );
});

test('both languages of the guide give the same commands', () => {
  assert.deepEqual(guideBlocks('zh', 'sh'), guideBlocks('en', 'sh'));
});
