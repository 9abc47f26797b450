import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { fixtureEntry } from '../../export/fixture.ts';
import { stringsOf } from '../../i18n/strings.ts';
import { stepsHtml } from './steps.ts';

const t = stringsOf('en').trials;

describe('stepsHtml', () => {
  const entry = fixtureEntry();
  const [cause = ''] = Object.keys(entry.facts.causes);
  const remedy = Object.keys(entry.facts.remedies).find(
    (id) => (entry.facts.remedies[id]?.steps.length ?? 0) > 3,
  );

  it('shows commands with the values of the lab, exit statuses, and steps that were not reached', () => {
    assert.ok(remedy !== undefined);
    const labRun = { causes: { [cause]: { run: 'x', check: 'y', values: { port: '4711' } } }, remedies: {} };
    const html = stepsHtml({ ...entry, labRun }, cause, remedy, [{ id: 'look', exit: 1 }], t);
    assert.match(html, /exit 1.*sport = :4711/);
    assert.match(html, /not reached/);
    assert.doesNotMatch(html, /\{port\}/);
  });

  it('cuts a file to its first line and leads to the whole step', () => {
    assert.ok(remedy !== undefined);
    const html = stepsHtml(entry, cause, remedy, [], t);
    assert.match(html, new RegExp(`<a href="../#remedy-${remedy}-write"><code>/etc/app.conf …</code>`));
    assert.doesNotMatch(html, /told/);
  });
});
