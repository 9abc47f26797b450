import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOSTILE, ticketWith } from './fixture.ts';
import { toPlain } from './plain.ts';

test('plain text says everything as it is', () => {
  for (const text of HOSTILE) {
    const ticket = ticketWith(text);
    const written = toPlain(ticket);
    assert.ok(written.startsWith(`node/port-taken: ${text}\n${ticket.url}\n`));
    assert.ok(written.includes(`- Error: ${text}\n`));
    assert.ok(written.includes(`    echo 1\n    ${text}\n      indented`));
  }
});
