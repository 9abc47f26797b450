import { type TicketFormat, writeTicket } from '../../ticket/formats.ts';
import type { Ticket } from '../../ticket/ticket.ts';

/**
 * Put a ticket on the clipboard: rich text in both forms, so that a program takes the one that it knows.
 *
 * @throws DOMException if the browser does not let it
 */
export async function copyTicket(ticket: Ticket, format: TicketFormat): Promise<void> {
  const text = writeTicket(ticket, format);
  if (format !== 'html') return navigator.clipboard.writeText(text);
  const plain = writeTicket(ticket, 'plain');
  if (typeof ClipboardItem === 'undefined') return navigator.clipboard.writeText(plain);
  const as = (type: string, content: string): Blob => new Blob([content], { type });
  await navigator.clipboard.write([
    new ClipboardItem({ 'text/html': as('text/html', text), 'text/plain': as('text/plain', plain) }),
  ]);
}
