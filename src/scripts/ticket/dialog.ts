// The dialog that makes a text for a ticket of what the reader saw.
import type { PublishedEntry } from '../../export/schema/entry.ts';
import { formUrl } from '../../feedback/form.ts';
import { TICKET_STRINGS } from '../../i18n/ticket-strings.ts';
import styles from '../../styles/ticket.css?url';
import { buildTicket, SEEN_OUTCOMES, type Seen, type SeenOutcome } from '../../ticket/build-ticket.ts';
import { TICKET_FORMATS, type TicketFormat, writeTicket } from '../../ticket/formats.ts';
import type { Ticket } from '../../ticket/ticket.ts';
import { make } from '../elements.ts';
import { fetchEntry } from '../entry-json.ts';
import { loadStyle } from '../load-style.ts';
import { copyTicket } from './clipboard.ts';
import { guessSeen, messageOf, stepOnPage } from './seen.ts';

const LOCALE = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const TEXTS = TICKET_STRINGS[LOCALE];
const WORDS = TEXTS.dialog;
/** Where the format that was used last is kept. */
const KEPT = 'fixrate.ticket-format';

let loadingStyle: Promise<void> | null = null;

/**
 * Open the dialog over the page; what was chosen before is asked anew, since the page may have moved on.
 *
 * @param repository that takes reports of readers, or null
 */
export async function openTicket(repository: string | null): Promise<void> {
  if (document.querySelector('dialog.ticket') !== null) return;
  const status = make('p', { role: 'status', class: 'dim' });
  const close = make('button', { type: 'button' }, WORDS.close);
  const heading = make('h2', { id: 'ticket' }, WORDS.title, close);
  const dialog = make('dialog', { class: 'ticket', 'aria-labelledby': 'ticket' }, heading, status);
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => dialog.remove());
  loadingStyle ??= loadStyle(styles);
  await loadingStyle;
  document.body.append(dialog);
  dialog.showModal();
  try {
    const entry = await fetchEntry();
    status.before(makeForm(entry, status, repository));
    dialog.querySelector('select')?.focus();
  } catch {
    status.textContent = WORDS.failed;
  }
}

/** The choices, and what comes of them. */
function makeForm(entry: PublishedEntry, status: HTMLElement, repository: string | null): HTMLElement {
  const text = entry.text[LOCALE];
  const guess = guessSeen(entry);
  const titleOf = (list: readonly { id: string; title: string }[], id: string): string =>
    (list.find((one) => one.id === id)?.title ?? id).replaceAll('`', '');
  const options = (side: 'workaround' | 'dead-end'): HTMLElement[] =>
    entry.remedies
      .filter((remedy) => remedy.side === side)
      .map(({ id }) => make('option', { value: id }, titleOf(text.remedies, id)));
  const cause = makeSelect(guess.cause, [
    make('option', { value: '' }, WORDS.unknownCause),
    ...entry.causes.map(({ id }, index) =>
      make('option', { value: id }, `${index + 1} ${titleOf(text.causes, id)}`),
    ),
  ]);
  const remedy = makeSelect(guess.remedy, [
    make('option', { value: '' }, WORDS.noRemedy),
    make('optgroup', { label: WORDS.workarounds }, ...options('workaround')),
    make('optgroup', { label: WORDS.deadEnds }, ...options('dead-end')),
  ]);
  const outcome = makeSelect(null, [
    make('option', { value: '' }, WORDS.noOutcome),
    ...SEEN_OUTCOMES.map((one) => make('option', { value: one }, TEXTS.outcomes[one])),
  ]);
  const format = makeSelect(
    keptFormat(),
    TICKET_FORMATS.map((one) => make('option', { value: one }, WORDS.formats[one])),
  );
  const versions = make('input', { type: 'text', autocomplete: 'off', maxlength: '200' });
  const preview = make('div', { class: 'made', role: 'region', 'aria-label': WORDS.preview, tabindex: '0' });
  const copy = make('button', { type: 'submit' }, WORDS.copy);
  const tell = make('a', { class: 'tell', target: '_blank', rel: 'noopener' }, WORDS.tell);
  const form = make(
    'form',
    {},
    make('label', {}, TEXTS.cause, cause),
    make('label', {}, WORDS.remedy, remedy),
    make('label', {}, TEXTS.outcome, outcome),
    make('label', {}, TEXTS.versionsHere, versions),
    make('label', {}, WORDS.format, format),
    preview,
    copy,
    tell,
  );
  const seen = (): Seen => ({
    cause: cause.value || null,
    remedy: remedy.value || null,
    outcome: (remedy.value && (outcome.value as SeenOutcome)) || null,
    versions: versions.value,
  });
  const chosen = (): TicketFormat => format.value as TicketFormat;
  const made = (): Ticket =>
    buildTicket(entry, seen(), {
      locale: LOCALE,
      page: location.origin + location.pathname,
      message: messageOf(),
      stepOf: stepOnPage,
    });
  const update = (): void => {
    outcome.disabled = remedy.value === '';
    status.textContent = '';
    const { cause: seenCause, remedy: tried, outcome: became } = seen();
    tell.hidden = repository === null || tried === null || became === null;
    if (repository !== null)
      tell.href = formUrl(repository, {
        entry: entry.id,
        cause: seenCause ?? undefined,
        remedy: tried ?? undefined,
        outcome: became ?? undefined,
        versions: versions.value,
      });
    preview.replaceChildren(...shownAs(made(), chosen()));
  };
  form.addEventListener('input', update);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    keepFormat(chosen());
    void copyTicket(made(), chosen()).then(
      () => {
        status.textContent = WORDS.copied;
      },
      () => {
        status.textContent = WORDS.notCopied;
      },
    );
  });
  update();
  return form;
}

function makeSelect(value: string | null, children: HTMLElement[]): HTMLSelectElement {
  const select = make('select', {}, ...children);
  select.value = value ?? '';
  return select;
}

/** Rich text as it will look, the others as they will be written. */
function shownAs(ticket: Ticket, format: TicketFormat): Node[] {
  const text = writeTicket(ticket, format);
  if (format !== 'html') return [make('pre', {}, text)];
  return [...new DOMParser().parseFromString(text, 'text/html').body.childNodes];
}

function keptFormat(): TicketFormat {
  const kept = readKept();
  return TICKET_FORMATS.find((one) => one === kept) ?? 'markdown';
}

/** Browsers may refuse to keep anything; then the first format is offered. */
function readKept(): string | null {
  try {
    return localStorage.getItem(KEPT);
  } catch {
    return null;
  }
}

function keepFormat(format: TicketFormat): void {
  try {
    localStorage.setItem(KEPT, format);
  } catch {
    // Nothing is lost but a convenience.
  }
}
