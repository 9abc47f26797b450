import { type Fact, type Piece, plainOf, type Ticket } from './ticket.ts';

/**
 * Write a ticket in Slack's mrkdwn. Its rules: https://docs.slack.dev/messaging/formatting-message-text
 *
 * Three characters have an escape: `&`, `<`, `>`; nothing else is to be encoded. Marks of emphasis have none,
 * so a blank of no width keeps them from standing at the edge of a word, where alone they mean something.
 */
export function toSlack(ticket: Ticket): string {
  const facts = ticket.facts.map((fact) => `• ${line(fact, ticket.colon)}`);
  const commands = ticket.commands.map(({ intro, text }) =>
    [...(intro === null ? [] : [paragraph(intro)]), block(text)].join('\n'),
  );
  return [
    `*${linkTo(ticket.label, ticket.url)}*`,
    facts.join('\n'),
    ...(commands.length === 0 ? [] : [`*${escapeSlack(ticket.commandsLabel)}*`, ...commands]),
  ].join('\n\n');
}

/** No width: https://www.unicode.org/versions/latest/core-spec/chapter-23/ */
const NO_WIDTH = '\u200b';

/** Escape a text for use inside a line. */
export function escapeSlack(text: string): string {
  return encode(text).replace(/[*_~`]/g, `${NO_WIDTH}$&${NO_WIDTH}`);
}

/** Escape a text that begins a line, where `>` begins a quotation. */
function paragraph(text: string): string {
  return escapeSlack(text).replace(/^&gt;/, `${NO_WIDTH}$&`);
}

function encode(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function line({ label, value, url }: Fact, colon: string): string {
  return `*${escapeSlack(label)}*${colon}${url === null ? write(value) : linkTo(value, url)}`;
}

/** In a link the first `|` parts address and label. */
function linkTo(label: readonly Piece[], url: string): string {
  const address = encode(url.replace(/[|<>\s]/g, encodeURIComponent));
  return `<${address}|${escapeSlack(plainOf(label)).replaceAll('|', '¦')}>`;
}

function write(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }) =>
      kind === 'code' && !text.includes('`') ? `\`${encode(text)}\`` : escapeSlack(text),
    )
    .join('');
}

/** A block ends at three backticks; where a text has them, a blank of no width parts them. */
function block(text: string): string {
  return `\`\`\`\n${encode(text).replaceAll('``', `\`${NO_WIDTH}\``)}\n\`\`\``;
}
