import { entryAnchors } from '../entry/anchors.ts';
import { fillTemplate } from '../entry/placeholders.ts';
import type { Report } from '../entry/schema/facts.ts';
import type { PublishedEntry, PublishedRemedy, PublishedStep } from '../export/schema/entry.ts';
import { formatPercent } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import { OUTCOME_STRINGS } from '../i18n/outcome-strings.ts';
import { TICKET_STRINGS } from '../i18n/ticket-strings.ts';
import {
  cleanLine,
  cleanLines,
  type Fact,
  type Piece,
  piecesOf,
  type Ticket,
  type TicketCommand,
} from './ticket.ts';

/** What became of a remedy at the reader's: what a report may say. */
export const SEEN_OUTCOMES = [
  'fixed',
  'not-fixed',
  'relapsed',
  'harmful',
] as const satisfies Report['outcome'][];

export type SeenOutcome = (typeof SEEN_OUTCOMES)[number];

/** What a reader saw; null for what they do not know or did not do. */
export interface Seen {
  cause: string | null;
  remedy: string | null;
  outcome: SeenOutcome | null;
  /** Versions at the reader's, as they typed them; empty if they did not. */
  versions: string;
}

/** A step in words and as a command; null for what it does not have. */
export interface ShownCommand {
  intro: string | null;
  text: string | null;
}

/** What a ticket needs beside the entry. */
export interface TicketContext {
  locale: Locale;
  /** Address of the page of the entry, without a fragment. */
  page: string;
  /** The message as the reader has it, or the headline. */
  message: string;
  /** A step as the page shows it, with the reader's values; null where the page does not show it. */
  stepOf: (remedy: string, step: PublishedStep) => ShownCommand | null;
}

/** Say of an entry what belongs into a ticket about it. */
export function buildTicket(entry: PublishedEntry, seen: Seen, context: TicketContext): Ticket {
  const { locale, page } = context;
  const t = TICKET_STRINGS[locale];
  const text = entry.text[locale];
  const remedy = entry.remedies.find(({ id }) => id === seen.remedy) ?? null;
  const cause = entry.causes.find(({ id }) => id === seen.cause) ?? null;
  const titleOf = (kind: 'causes' | 'remedies', id: string): Piece[] =>
    piecesOf(cleanLine(text[kind].find((one) => one.id === id)?.title ?? id));
  const fact = (label: string, value: Piece[] | string, url: string | null = null): Fact => ({
    label,
    value: typeof value === 'string' ? [{ kind: 'text', text: cleanLine(value) }] : value,
    url,
  });
  const at = (anchor: string): string => `${page}#${anchor}`;
  const facts = [
    fact(t.error, piecesOf(cleanLine(`${text.title}${t.stop}${text.summary}`))),
    ...(cause === null ? [] : [fact(t.cause, titleOf('causes', cause.id), at(entryAnchors.cause(cause.id)))]),
    ...(remedy === null
      ? []
      : [fact(t.tried[remedy.side], titleOf('remedies', remedy.id), at(entryAnchors.remedy(remedy.id)))]),
    ...(remedy === null || seen.outcome === null ? [] : [fact(t.outcome, t.outcomes[seen.outcome])]),
    ...(cleanLine(seen.versions) === '' ? [] : [fact(t.versionsHere, seen.versions)]),
    ...(remedy === null ? [] : [fact(t.measured, measured(remedy, seen.cause, locale))]),
    fact(t.fixRate, fixRate(entry, locale)),
    fact(t.versions, entry.versions.map(({ product, range }) => `${product} ${range}`).join(t.comma)),
    ...(entry.results === null ? [] : [fact(t.asOf, entry.results.date)]),
    fact(
      t.revision,
      entry.changed === null ? entry.revision : `${entry.revision}${t.comma}${entry.changed}`,
      // The page then says what has changed since.
      `${page}?rev=${entry.revision}`,
    ),
  ];
  return {
    label: [
      { kind: 'text', text: `${entry.code ?? entry.id}${t.colon}` },
      { kind: 'code', text: cleanLine(context.message) },
    ],
    url: placeOf(page, entry, seen),
    facts,
    commandsLabel: t.commands,
    commands: remedy === null ? [] : commandsOf(entry, remedy, context),
    colon: t.colon,
  };
}

/** The place of the page that fits best: the cell, the remedy, the cause, or the whole. */
function placeOf(page: string, { remedies }: PublishedEntry, { cause, remedy }: Seen): string {
  if (cause !== null && remedy !== null) {
    const cells = remedies.find(({ id }) => id === remedy)?.rates.cells ?? [];
    if (cells.some((cell) => cell.cause === cause)) return `${page}#${entryAnchors.cell(cause, remedy)}`;
  }
  if (remedy !== null) return `${page}#${entryAnchors.remedy(remedy)}`;
  return cause === null ? page : `${page}#${entryAnchors.cause(cause)}`;
}

/** What the trials, or else the reports, say of a remedy: under the cause that was seen, or tried blindly. */
function measured({ rates }: PublishedRemedy, cause: string | null, locale: Locale): string {
  const t = TICKET_STRINGS[locale];
  const cell = rates.cells.find((one) => one.cause === cause);
  if (cell !== undefined) {
    const outcome = cell.fixed === cell.trials ? null : OUTCOME_STRINGS[locale][cell.outcome];
    return t.underCause(cell.fixed, cell.trials, outcome);
  }
  if (rates.basis === 'lab' && rates.successRate !== null)
    return t.blindly(rates.fixes.length, rates.causes, formatPercent(rates.successRate, locale));
  if (rates.reports.total > 0) return t.reports(rates.reports.fixed, rates.reports.total);
  return t.notMeasured;
}

function fixRate({ rates }: PublishedEntry, locale: Locale): string {
  const t = TICKET_STRINGS[locale];
  const { value, proven, causes } = rates.fixRate;
  return value === null ? t.notMeasured : t.rate(formatPercent(value, locale), proven, causes);
}

/** The commands of a workaround; those of a dead end are not for pasting. */
function commandsOf(entry: PublishedEntry, remedy: PublishedRemedy, context: TicketContext): TicketCommand[] {
  if (remedy.side === 'dead-end') return [];
  const t = TICKET_STRINGS[context.locale];
  const values = Object.fromEntries(entry.placeholders.map(({ name, example }) => [name, example]));
  const fill = (text: string): string => cleanLine(fillTemplate(text, values));
  return remedy.steps.flatMap((step): TicketCommand[] => {
    const shown = context.stepOf(remedy.id, step);
    const text = shown?.text ?? step.example;
    if (text === null) return [];
    const intro = [
      cleanLine(shown?.intro ?? ''),
      step.path === null ? '' : `${t.file} ${fill(step.path)}`,
      step.from === null ? '' : `${t.replace} ${fill(step.from)}`,
    ];
    const said = intro.filter((part) => part !== '').join(' ');
    return [{ intro: said === '' ? null : said, text: cleanLines(text), shell: step.form === 'sh' }];
  });
}
