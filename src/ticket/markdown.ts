import { blocks, code, encodeAddress, fence, inline, list } from '../export/markdown/gfm.ts';
import type { Fact, Piece, Ticket } from './ticket.ts';

/**
 * Write a ticket as GitHub-flavoured Markdown: GitHub, GitLab, most trackers. Escaped by
 * https://github.github.com/gfm/#backslash-escapes
 */
export function toMarkdown(ticket: Ticket): string {
  const commands = ticket.commands.flatMap(({ intro, text, shell }) => [
    intro === null ? null : inline(intro),
    fence(text, shell ? 'sh' : 'text'),
  ]);
  return blocks([
    `**${linkTo(ticket.label, ticket.url)}**`,
    list(ticket.facts.map((fact) => line(fact, ticket.colon))),
    ticket.commands.length === 0 ? null : `**${inline(ticket.commandsLabel)}**`,
    ...commands,
  ]);
}

function line({ label, value, url }: Fact, colon: string): string {
  return `**${inline(label)}**${colon}${url === null ? write(value) : linkTo(value, url)}`;
}

function linkTo(label: readonly Piece[], url: string): string {
  return `[${write(label)}](${encodeAddress(url)})`;
}

function write(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }) => {
      if (kind === 'code') return code(text);
      // The blanks at the edges of a piece part it from its neighbours.
      const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(text) ?? [];
      return before + inline(inner) + after;
    })
    .join('');
}
