import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { cardOf } from '../../entry/collection/card.ts';
import { fixtureEntry } from '../fixture.ts';
import { PublishedChangesSchema, PublishedHistorySchema } from '../schema/changes.ts';
import { publishedJsonSchema } from '../schema/json-schema.ts';
import { PublishedLedgerSchema } from '../schema/ledger.ts';
import { changesToJson, historyToJson } from './changes-to-json.ts';
import { ledgerToJson } from './ledger-to-json.ts';

const SITE = { origin: 'https://kb.example', base: '/kb/' };
const entry = fixtureEntry();
const card = cardOf(entry);
const cards = [card, { ...card, id: 'go/other', history: card.history.slice(1) }];

function assertFits(schema: Parameters<typeof publishedJsonSchema>[0], value: unknown): void {
  const ajv = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true });
  addFormats.default(ajv);
  const validate = ajv.compile(publishedJsonSchema(schema, 'https://kb.example/schema.json'));
  assert.ok(validate(JSON.parse(JSON.stringify(value))), JSON.stringify(validate.errors, null, 1));
}

describe('changesToJson', () => {
  it('lists all revisions of all entries, newest first, as its schema says', () => {
    const changes = changesToJson(cards, SITE);
    assertFits(PublishedChangesSchema, changes);
    assert.deepEqual(
      changes.changes.map(({ id, date, changes: what }) => `${date} ${id} ${what.join()}`),
      [
        '2026-02-01 node/port-taken rates,text.en',
        '2026-01-02 node/port-taken created',
        '2026-01-02 go/other created',
      ],
    );
    assert.equal(changes.total, 3);
  });

  it('stays bounded, and says how many there are', () => {
    const many = Array.from({ length: 700 }, (_, index) => ({ ...card, id: `node/x${index}` }));
    const { total, changes } = changesToJson(many, SITE);
    assert.deepEqual([total, changes.length, changes[0]?.date], [1400, 1000, '2026-02-01']);
  });
});

describe('historyToJson', () => {
  it('holds every revision of an entry, as its schema says', () => {
    const history = historyToJson(entry, SITE);
    assertFits(PublishedHistorySchema, history);
    assert.equal(history.urls.json, 'https://kb.example/kb/node/port-taken.changes.json');
    assert.equal(history.changes[0]?.revision, entry.revision);
  });
});

describe('ledgerToJson', () => {
  it('names what every id and code leads to, as its schema says, and leaves out what is not published', () => {
    const withdrawn = { date: '2026-01-01', reason: { en: 'x', zh: '因' }, replacedBy: null };
    const ledger = ledgerToJson(
      [
        { ...card, aliases: ['node/old'], withdrawn },
        { ...card, id: 'node/draft', code: null },
      ],
      new Map([['node/old', { id: 'node/old', code: 'FX-GY11C', place: { line: 1, column: 1 } }]]),
      SITE,
    );
    assertFits(PublishedLedgerSchema, ledger);
    assert.deepEqual(ledger.entries, [
      {
        id: 'node/port-taken',
        code: 'FX-0158R',
        withdrawn: '2026-01-01',
        aliases: [{ id: 'node/old', code: 'FX-GY11C' }],
      },
    ]);
  });
});
