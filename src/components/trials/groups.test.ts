import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { contentRoot } from '../../entry/load/files.ts';
import { loadKnowledgeBase } from '../../entry/load/knowledge-base.ts';
import { fixtureEntry } from '../../export/fixture.ts';
import { LOCALES } from '../../i18n/locales.ts';
import { stringsOf } from '../../i18n/strings.ts';
import { siteAddress } from '../../server/address.ts';
import { viewEntry } from '../entry/view.ts';
import { anchors } from './anchors.ts';
import { causeHtml } from './cause.ts';
import { countTrials, groupTrials } from './groups.ts';
import { Outputs } from './outputs.ts';
import { checksHtml } from './overview.ts';

const { entries } = loadKnowledgeBase(contentRoot({}), siteAddress({}));
const measured = [fixtureEntry(), ...entries].filter(({ results }) => results !== null);

describe('the trials of an entry', () => {
  for (const entry of measured) {
    const causes = Object.keys(entry.facts.causes);
    const { remedies, confidence } = entry.rates;

    it(`${entry.id}: add up to the fractions of its matrix, no trial twice and none left out`, () => {
      let applicable = 0;
      for (const cause of causes) {
        for (const [remedy, { cells }] of Object.entries(remedies)) {
          const groups = groupTrials(entry, cause, remedy).filter(
            ({ outcome }) => outcome !== 'not-applicable',
          );
          const times = (all: typeof groups): number =>
            all
              .flatMap(({ outputs }) => outputs.flatMap(({ environments }) => environments))
              .reduce((sum, [, count]) => sum + count, 0);
          const fixed = times(groups.filter(({ outcome }) => outcome === 'fixed'));
          const cell = cells[cause];
          assert.deepEqual(
            [fixed, times(groups)],
            [cell?.fixed ?? 0, cell?.trials ?? 0],
            `${cause} ${remedy}`,
          );
          applicable += times(groups);
        }
      }
      assert.equal(applicable, countTrials(entry));
    });

    it(`${entry.id}: say why what could not be run was not`, () => {
      const [cause = ''] = causes;
      const results = structuredClone(entry.results);
      for (const one of Object.values(results?.causes[cause] ?? {}))
        Object.assign(one, {
          outcome: 'not-run',
          excerpt: 'No <suite> to be had.',
          tell: null,
          remedies: {},
        });
      const html = causeHtml(viewEntry({ ...entry, results }, 'en'), cause);
      assert.ok(html.includes('No &lt;suite&gt; to be had.'));
    });

    for (const locale of LOCALES) {
      it(`${entry.id}, ${locale}: have an anchor for every cell, reproduction and tell, and none twice`, () => {
        const view = viewEntry(entry, locale);
        const html = causes.map((cause) => causeHtml(view, cause)).join('');
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1] ?? '');
        assert.equal(new Set(ids).size, ids.length);
        for (const [cause, byEnvironment] of Object.entries(entry.results?.causes ?? {})) {
          const wanted = Object.entries(byEnvironment).flatMap(([environment, result]) => [
            anchors.cause(cause),
            anchors.shown(cause, environment),
            ...(result.tell === null ? [] : [anchors.tell(cause), anchors.tell(cause, environment)]),
            ...(result.outcome === 'reproduced' ? Object.keys(result.remedies) : []).flatMap((remedy) => [
              anchors.cell(cause, remedy),
              anchors.cell(cause, remedy, environment),
            ]),
          ]);
          assert.deepEqual(
            wanted.filter((id) => !ids.includes(id)),
            [],
          );
        }
        for (const [, to] of html.matchAll(/<a[^>]* href="#([^"]+)"/g)) assert.ok(ids.includes(to ?? ''), to);
      });
    }

    it(`${entry.id}: its checks are as many as its confidence counts`, () => {
      const html = checksHtml(viewEntry(entry, 'en'));
      const count = (value: string): number => html.split(`data-agrees="${value}"`).length - 1;
      assert.equal(count('true'), confidence.agreeing);
      assert.equal(count('true') + count('false'), confidence.comparable);
      assert.equal(count('true') + count('false') + count('null'), entry.rates.evidence.total);
    });
  }
});

describe('Outputs', () => {
  it('shows each output once, leads back to it afterwards, and escapes it', () => {
    const outputs = new Outputs('o-', stringsOf('en').trials);
    assert.match(outputs.html('<b> & more'), /id="o-1".*&lt;b&gt; &amp; more/);
    assert.match(outputs.html('other'), /id="o-2"/);
    assert.match(outputs.html('<b> & more'), /href="#o-1"/);
    assert.doesNotMatch(outputs.html('<b> & more'), /&lt;b/);
    assert.match(outputs.html(''), /Nothing was printed/);
  });
});
