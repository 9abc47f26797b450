import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { fixtureEntry } from '../fixture.ts';
import { PublishedEntrySchema } from '../schema/entry.ts';
import { publishedJsonSchema } from '../schema/json-schema.ts';
import { entryToJson } from './entry-to-json.ts';

const SITE = { origin: 'https://kb.example', base: '/kb/' };
const SCHEMA = publishedJsonSchema(PublishedEntrySchema, 'https://kb.example/kb/v1/schema/entry.json');

function validator(): ReturnType<Ajv2020['compile']> {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  return ajv.compile(SCHEMA);
}

/** What a reader gets: after a round through text. */
const published = (measured: boolean): unknown =>
  JSON.parse(JSON.stringify(entryToJson(fixtureEntry('<b>"\u2028words', measured), SITE)));

for (const measured of [true, false]) {
  describe(`the JSON of an entry that was ${measured ? '' : 'never '}measured`, () => {
    it('fits the published JSON Schema', () => {
      const validate = validator();
      assert.ok(validate(published(measured)), JSON.stringify(validate.errors, null, 1));
    });

    it('has every key that the schema names and no other', () => {
      assert.deepEqual(PublishedEntrySchema.parse(published(measured)), published(measured));
    });
  });
}

describe('the JSON of an entry', () => {
  const json = entryToJson(fixtureEntry(), SITE);

  it('fills the examples in beside the template', () => {
    const step = json.remedies.find(({ id }) => id === 'end')?.steps[0];
    assert.equal(step?.text, 'ss -ltnp "sport = :{port}" | grep LISTEN');
    assert.equal(step?.example, 'ss -ltnp "sport = :3000" | grep LISTEN');
  });

  it('gives the fail rate of a dead end and the success rate of a workaround', () => {
    const rates = (id: string): unknown => json.remedies.find((remedy) => remedy.id === id)?.rates;
    assert.partialDeepStrictEqual(rates('root'), { successRate: 0, failRate: 1, causes: 2 });
    assert.partialDeepStrictEqual(rates('end'), { successRate: 0.5, failRate: null, harms: ['left-behind'] });
  });

  it('points to all its forms under the base path', () => {
    assert.deepEqual(json.urls, {
      schema: 'https://kb.example/kb/v1/schema/entry.json',
      json: 'https://kb.example/kb/node/port-taken.json',
      code: 'https://kb.example/kb/e/FX-0158R/',
      changes: 'https://kb.example/kb/node/port-taken.changes.json',
      en: {
        page: 'https://kb.example/kb/node/port-taken/',
        markdown: 'https://kb.example/kb/node/port-taken.md',
      },
      zh: {
        page: 'https://kb.example/kb/zh/node/port-taken/',
        markdown: 'https://kb.example/kb/zh/node/port-taken.md',
      },
    });
  });

  it('says its licence and holds every trial', () => {
    assert.equal(json.licence.name, 'CC BY 4.0');
    assert.equal(json.results?.causes['held']?.['old']?.remedies['move']?.trials.length, 5);
  });
});
