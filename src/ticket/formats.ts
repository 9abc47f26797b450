import { toHtml } from './html.ts';
import { toJira } from './jira.ts';
import { toMarkdown } from './markdown.ts';
import { toPlain } from './plain.ts';
import { toSlack } from './slack.ts';
import type { Ticket } from './ticket.ts';

/** Every format that a ticket is written in, in the order in which they are offered. */
export const TICKET_FORMATS = ['markdown', 'jira', 'slack', 'html', 'plain'] as const;

export type TicketFormat = (typeof TICKET_FORMATS)[number];

const WRITERS: Record<TicketFormat, (ticket: Ticket) => string> = {
  markdown: toMarkdown,
  jira: toJira,
  slack: toSlack,
  html: toHtml,
  plain: toPlain,
};

/** Write a ticket in a format. */
export function writeTicket(ticket: Ticket, format: TicketFormat): string {
  return WRITERS[format](ticket);
}
