import { plainOf, type Ticket } from './ticket.ts';

/** Write a ticket as plain text; addresses stand bare. */
export function toPlain({ label, url, facts, commandsLabel, commands, colon }: Ticket): string {
  const lines = facts.map((fact) => {
    const place = fact.url === null ? '' : ` ${fact.url}`;
    return `- ${fact.label}${colon}${plainOf(fact.value)}${place}`;
  });
  const blocks = commands.map(({ intro, text }) =>
    [...(intro === null ? [] : [intro]), text.replace(/^(?=.)/gm, '    ')].join('\n'),
  );
  return [
    `${plainOf(label)}\n${url}`,
    lines.join('\n'),
    ...(blocks.length === 0 ? [] : [`${commandsLabel}${colon.trimEnd()}`, ...blocks]),
  ].join('\n\n');
}
