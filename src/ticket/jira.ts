import { type Fact, type Piece, plainOf, type Ticket } from './ticket.ts';

/**
 * Write a ticket in the wiki markup of Jira. Its rules:
 * https://jira.atlassian.com/secure/WikiRendererHelpAction.jspa?section=all
 *
 * `\` before a special character takes its meaning away; a code block ends at its own tag alone, which
 * nothing takes the meaning away from, so that a text with it is written as lines.
 */
export function toJira(ticket: Ticket): string {
  const facts = ticket.facts.map((fact) => `* ${line(fact, ticket.colon)}`);
  const commands = ticket.commands.map(({ intro, text }) =>
    [...(intro === null ? [] : [paragraph(intro)]), block(text)].join('\n'),
  );
  return [
    linkTo(ticket.label, ticket.url),
    facts.join('\n'),
    ...(commands.length === 0 ? [] : [`*${escapeJira(ticket.commandsLabel)}*`, ...commands]),
  ].join('\n\n');
}

/** What has a meaning wherever it stands: emphasis, macros, links, images, tables. */
const ANYWHERE = /[*^~|{}[\]!]/g;
/** A dash, an underscore or a plus has one at the edge of a word: strike, dashes, italics, underline. */
const AT_EDGES = /(?<![\p{L}\p{N}])[-_+]|[-_+](?![\p{L}\p{N}])/gu;
/** Two question marks begin a citation. */
const CITATION = /\?(?=\?)|(?<=\?)\?/g;
/** Emoticons of the same page: `:)`, `;)`, `(y)`, `(!)`, `(on)`. */
const EMOTICON = /[:;](?=[()PD])|\((?=(?:[ynixr!/+?*-]|on|off|\*[rgby])\))/gi;

/** Escape a text for use inside a line. */
export function escapeJira(text: string): string {
  // An escape of its own stands for a backslash: two of them are a line break.
  return text
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .split('\\')
    .map((part) =>
      part
        .replace(EMOTICON, '\\$&')
        .replace(ANYWHERE, '\\$&')
        .replace(AT_EDGES, '\\$&')
        .replace(CITATION, '\\$&'),
    )
    .join('&#92;');
}

/** Escape a text that begins a line, where `h1.`, `bq.` and `#` mean something. */
function paragraph(text: string): string {
  return escapeJira(text).replace(/^(h)([1-6])(?=\.)|^#|^(b)(q)(?=\.)/, (begin) => {
    const last = begin.charCodeAt(begin.length - 1);
    return `${begin.slice(0, -1)}&#${last};`;
  });
}

function line({ label, value, url }: Fact, colon: string): string {
  return `*${escapeJira(label)}*${colon}${url === null ? write(value) : linkTo(value, url)}`;
}

/** A link label is text alone: what is markup in it is shown as it stands. */
function linkTo(label: readonly Piece[], url: string): string {
  const safe = url.replace(/[|\]\s\\{}^]/g, encodeURIComponent);
  return `[${escapeJira(plainOf(label))}|${safe}]`;
}

function write(pieces: readonly Piece[]): string {
  return pieces
    .map(({ kind, text }) => (kind === 'code' ? `{{${escapeJira(text)}}}` : escapeJira(text)))
    .join('');
}

function block(text: string): string {
  for (const tag of ['{noformat}', '{code}']) {
    if (!text.toLowerCase().includes(tag.slice(0, -1))) return `${tag}\n${text}\n${tag}`;
  }
  return text
    .split('\n')
    .map((one) => `{{${escapeJira(one) || ' '}}}`)
    .join('\\\\\n');
}
