import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Code, Heading, Nodes, Root, Table } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { type Test, visit } from 'unist-util-visit';
import { formatPercent } from '../../i18n/format.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import { fixtureEntry } from '../fixture.ts';
import { entryToJson } from '../json/entry-to-json.ts';
import { entryToMarkdown } from './entry-to-markdown.ts';
import { WORDS } from './words.ts';

const SITE = { origin: 'https://kb.example', base: '/kb/' };
const HOSTILE = '<script>alert(1)</script> | `x **b** [l](javascript:x) & &lt; \\ ~~s~~ _u_ # {y}';
const parser = unified().use(remarkParse).use(remarkGfm);

function parse(locale: Locale, text?: string): Root {
  return parser.parse(entryToMarkdown(fixtureEntry(text), locale, SITE));
}

function all<T extends Nodes>(tree: Root, type: T['type']): T[] {
  const found: T[] = [];
  visit(tree, type as Test, (node) => {
    found.push(node as T);
  });
  return found;
}

for (const locale of LOCALES) {
  describe(`the Markdown of an entry, ${locale}`, () => {
    const words = WORDS[locale];
    const json = entryToJson(fixtureEntry(), SITE);
    const text = json.text[locale];
    const titleOf = (id: string): string => text.remedies.find((remedy) => remedy.id === id)?.title ?? '';

    it('has the headings of the model in page order', () => {
      const wanted = [
        [1, text.title],
        [2, words.rootCause],
        [2, words.findings],
        ...text.findings.map(({ title }) => [3, title]),
        [2, words.wordings],
        [2, words.causes],
        ...text.causes.map(({ title }, index) => [3, `${index + 1}. ${title}`]),
        [2, words.workarounds],
        ...json.remedies.filter(({ side }) => side === 'workaround').map(({ id }) => [3, titleOf(id)]),
        [2, words.deadEnds],
        ...json.remedies.filter(({ side }) => side === 'dead-end').map(({ id }) => [3, titleOf(id)]),
        [2, words.matrix],
        [2, words.versions],
        [2, words.docs],
        [2, words.reports],
        [2, words.related.causedBy],
        [2, words.related.leadsTo],
        [2, words.related.confusedWith],
        [2, words.rerun],
      ];
      const found = all<Heading>(parse(locale), 'heading').map((node) => [node.depth, textOf(node)]);
      assert.deepEqual(found, wanted);
    });

    it('has every wording, check and step of the model as code', () => {
      const found = all<Code>(parse(locale), 'code').map((node) => node.value);
      const wanted = [
        json.headline,
        ...json.signatures.map((signature) => signature.text),
        ...json.causes.flatMap(({ tell }) => (tell === null ? [] : [tell.run.replace('{port}', '3000')])),
        ...json.remedies.flatMap(({ steps }) =>
          steps.flatMap(({ from, example }) => [from, example].filter((part) => part !== null)),
        ),
        `npm run lab -- ${json.id}`,
      ];
      assert.deepEqual(
        found,
        wanted.map((block) => block.replace(/\n$/, '')),
      );
    });

    it('has the matrix with the fractions of the JSON', () => {
      const [, matrix] = all<Table>(parse(locale), 'table');
      const found = matrix?.children.map((row) => row.children.map((cell) => textOf(cell)));
      const wanted = text.causes.map(({ id, title }) => [
        title,
        ...json.remedies.map(({ rates }) => {
          const cell = rates.cells.find(({ cause }) => cause === id);
          return cell === undefined ? '–' : `${cell.fixed}/${cell.trials} ${words.outcomes[cell.outcome]}`;
        }),
      ]);
      const shorts = json.remedies.map(({ id }) => text.remedies.find((one) => one.id === id)?.short ?? '');
      assert.deepEqual(found, [[words.cause, ...shorts], ...wanted]);
    });

    it('says every figure that the JSON says', () => {
      const markdown = textOf(parse(locale));
      const { fixRate, confidence, evidence } = json.rates;
      const percent = (share: number | null): string => formatPercent(share ?? Number.NaN, locale);
      assert.ok(markdown.includes(`${words.fixRate}${words.colon}${percent(fixRate.value)}`));
      assert.ok(markdown.includes(words.proven(fixRate.proven, fixRate.causes)));
      assert.ok(markdown.includes(words.basis(fixRate.basis.lab, fixRate.basis.reports, fixRate.basis.none)));
      assert.ok(markdown.includes(`${words.confidence}${words.colon}${percent(confidence.value)}`));
      assert.ok(markdown.includes(words.agree(confidence.agreeing, confidence.comparable)));
      assert.ok(markdown.includes(words.observations(evidence.lab, evidence.reports)));
      for (const { side, rates } of json.remedies) {
        const [label, share] =
          side === 'workaround' ? [words.successRate, rates.successRate] : [words.failRate, rates.failRate];
        const wanted = `${label}${words.colon}${percent(share)}${words.comma}${words.fixes(rates.fixes.length, rates.causes)}`;
        assert.ok(markdown.includes(wanted), wanted);
      }
    });

    it('shows hostile facts as text: no markup of theirs comes alive', () => {
      const [plain, hostile] = [parse(locale), parse(locale, HOSTILE)];
      const shape = (tree: Root): string[] => {
        const types: string[] = [];
        visit(tree, (node) => {
          if (node.type !== 'text') types.push(node.type);
        });
        return types;
      };
      assert.deepEqual(shape(hostile), shape(plain));
      const expected = textOf(plain).replaceAll('plain-text', HOSTILE);
      assert.equal(textOf(hostile), expected);
    });
  });
}

describe('the Markdown of an entry that was never measured', () => {
  const markdown = entryToMarkdown(fixtureEntry('plain-text', false), 'en', SITE);

  it('shows no rate but the guess, and says that it is one', () => {
    const percentages = markdown.match(/\d+\s?%/g);
    assert.deepEqual(percentages, ['10%']);
    assert.match(markdown, /10%, an author's guess/);
    assert.match(markdown, /Fix rate: not measured yet/);
  });

  it('has no matrix and no way to run it again', () => {
    assert.doesNotMatch(markdown, /## Trials|npm run lab/);
  });
});
