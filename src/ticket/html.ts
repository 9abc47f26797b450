import type { Fact, Piece, Ticket } from './ticket.ts';

/**
 * Write a ticket as HTML, for programs that take rich text from the clipboard. Escaped by
 * https://html.spec.whatwg.org/multipage/parsing.html#escapingString
 */
export function toHtml(ticket: Ticket): string {
  const commands = ticket.commands.map(
    ({ intro, text }) =>
      `${intro === null ? '' : `<p>${escapeHtml(intro)}</p>`}<pre><code>${escapeHtml(text)}</code></pre>`,
  );
  return [
    `<p><b>${linkTo(ticket.label, ticket.url)}</b></p>`,
    `<ul>${ticket.facts.map((fact) => `<li>${line(fact, ticket.colon)}</li>`).join('')}</ul>`,
    ...(commands.length === 0 ? [] : [`<p><b>${escapeHtml(ticket.commandsLabel)}</b></p>`, ...commands]),
  ].join('\n');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
}

function line({ label, value, url }: Fact, colon: string): string {
  return `<b>${escapeHtml(label)}</b>${colon}${url === null ? write(value) : linkTo(value, url)}`;
}

function linkTo(label: readonly Piece[], url: string): string {
  return `<a href="${escapeHtml(url)}">${write(label)}</a>`;
}

function write(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }) => (kind === 'code' ? `<code>${escapeHtml(text)}</code>` : escapeHtml(text)))
    .join('');
}
