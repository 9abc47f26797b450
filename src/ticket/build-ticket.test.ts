import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixtureEntry } from '../export/fixture.ts';
import { entryToJson } from '../export/json/entry-to-json.ts';
import { buildTicket, type Seen, type TicketContext } from './build-ticket.ts';
import { TICKET_FORMATS, writeTicket } from './formats.ts';
import { cleanLine, cleanLines, plainOf, type Ticket } from './ticket.ts';

const SITE = { origin: 'https://kb.example', base: '/' };
const ENTRY = entryToJson(fixtureEntry(), SITE);
const PAGE = 'https://kb.example/node/port-taken/';
const NOTHING: Seen = { cause: null, remedy: null, outcome: null, versions: '' };

function ticketOf(seen: Partial<Seen>, context: Partial<TicketContext> = {}): Ticket {
  const own = { locale: 'en' as const, page: PAGE, message: 'listen failed', stepOf: () => null };
  return buildTicket(ENTRY, { ...NOTHING, ...seen }, { ...own, ...context });
}

function factOf(ticket: Ticket, label: string): string | undefined {
  const fact = ticket.facts.find((one) => one.label === label);
  return fact === undefined ? undefined : plainOf(fact.value);
}

test('the link leads to the place that fits what was seen', () => {
  assert.equal(ticketOf({}).url, PAGE);
  assert.equal(ticketOf({ cause: 'held' }).url, `${PAGE}#cause-held`);
  assert.equal(ticketOf({ remedy: 'end' }).url, `${PAGE}#remedy-end`);
  assert.equal(ticketOf({ cause: 'held', remedy: 'end' }).url, `${PAGE}#cell-held.end`);
  assert.equal(
    ticketOf({ cause: 'elsewhere', remedy: 'end' }).url,
    `${PAGE}#remedy-end`,
    'never tried there',
  );
});

test('rates stand with their fractions, and say what they were counted from', () => {
  const cell = ticketOf({ cause: 'held', remedy: 'end' });
  assert.match(factOf(cell, 'Measured') ?? '', /^4 of 4 trials under this cause ended fixed$/);
  assert.match(factOf(ticketOf({ remedy: 'end' }), 'Measured') ?? '', /^fixes 1 of 2 causes .*\d+%/);
  assert.match(factOf(cell, 'Fix rate') ?? '', /^\d+%, \d of 3 causes/);
  assert.equal(factOf(cell, 'Measured on'), '2026-01-02');
});

test('the revision stands with its date, and its link says what has changed since', () => {
  const fact = ticketOf({}).facts.find(({ label }) => label === 'Revision');
  assert.equal(fact?.url, `${PAGE}?rev=bbbbbbbbbb`);
  assert.equal(plainOf(fact?.value ?? []), 'bbbbbbbbbb, 2026-02-01');
});

test('the outcome is said only of a remedy', () => {
  assert.equal(factOf(ticketOf({ outcome: 'fixed' }), 'Outcome here'), undefined);
  assert.equal(factOf(ticketOf({ remedy: 'end', outcome: 'fixed' }), 'Outcome here'), 'it fixed the error');
});

test("the reader's versions are said beside those of the entry", () => {
  assert.equal(factOf(ticketOf({ versions: ' node 24,\n' }), 'Versions here'), 'node 24,');
  assert.equal(factOf(ticketOf({ versions: ' ' }), 'Versions here'), undefined);
});

test('the commands are those of the page, with the values of the reader; none of a dead end', () => {
  const stepOf: TicketContext['stepOf'] = (remedy, { id }) =>
    id === 'set' ? { intro: `In ${remedy}:`, text: 'kill 8461' } : null;
  const { commands } = ticketOf({ remedy: 'end' }, { stepOf });
  assert.deepEqual(
    commands.find(({ text }) => text === 'kill 8461'),
    { intro: 'In end:', text: 'kill 8461', shell: true },
  );
  const written = commands.find(({ intro }) => intro?.startsWith('File /etc/app.conf'));
  assert.equal(written?.text, 'port = 3000\n```', 'what the page does not show has its examples');
  assert.deepEqual(ticketOf({ remedy: 'root' }).commands, []);
  assert.equal(factOf(ticketOf({ remedy: 'root' }), 'Tried (a known dead end)'), 'root English plain-text');
});

test('every format of every language says code, title, link, rate, versions and date', () => {
  for (const locale of ['en', 'zh'] as const) {
    const ticket = ticketOf({ cause: 'held', remedy: 'end', outcome: 'fixed' }, { locale });
    for (const format of TICKET_FORMATS) {
      const text = writeTicket(ticket, format).replaceAll('\\', '').replaceAll('\u200b', '');
      const wanted = [
        'FX-0158R',
        `${PAGE}?rev=bbbbbbbbbb`,
        'listen failed',
        `${PAGE}#cell-held.end`,
        '4',
        '%',
        '18+',
        '2026',
      ];
      for (const part of wanted) assert.ok(text.includes(part), `${locale}, ${format}: ${part} in ${text}`);
    }
  }
});

test('what only looks like text is left out, lines of commands are kept', () => {
  assert.equal(cleanLine('a\u202eb\u0007\nc\u200b '), 'ab c');
  assert.equal(cleanLines('a\r\n\tb\u0000\u2066c\n'), 'a\n\tbc');
});
