import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HOSTILE, ticketWith } from './fixture.ts';
import { escapeSlack, toSlack } from './slack.ts';

// The rules: https://docs.slack.dev/messaging/formatting-message-text

test('three characters are escaped, and nothing else is encoded', () => {
  assert.equal(escapeSlack('a < b > c & "d" \'e\' #f @here'), 'a &lt; b &gt; c &amp; "d" \'e\' #f @here');
});

test('no mark of emphasis stands at the edge of a word', () => {
  for (const mark of ['*', '_', '~', '`']) {
    const written = escapeSlack(`see ${mark}this${mark} now`);
    assert.equal(written, `see \u200b${mark}\u200bthis\u200b${mark}\u200b now`);
  }
});

for (const text of HOSTILE) {
  test(`links, mentions and blocks are our own in Slack: ${text}`, () => {
    const ticket = ticketWith(text);
    const written = toSlack(ticket);
    const specials = [...written.matchAll(/<([^>|]*)\|?[^>]*>/g)].map(([, address]) => address);
    assert.deepEqual(specials, [ticket.url, ticket.url]);
    assert.equal(written.split('```').length - 1, 4, 'two blocks, each with its two fences');
    const decoded = written
      .replaceAll('\u200b', '')
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&amp;', '&');
    assert.ok(decoded.includes(`echo 1\n${text}\n  indented`));
  });
}
