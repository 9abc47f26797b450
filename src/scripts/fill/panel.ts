// The panel that holds what was read from the reader's message. It lies over the foot of the window, so
// that nothing of the page moves when it comes.
import { isValueOf } from '../../entry/fill/values.ts';
import type { Verdict, VerdictCause } from '../../export/match/verdict.ts';
import { FILL_STRINGS } from '../../i18n/fill-strings.ts';
import { make, makeTitle } from '../elements.ts';

const TEXTS = document.documentElement.lang.startsWith('zh') ? FILL_STRINGS.zh : FILL_STRINGS.en;

export const KEPT_HERE = TEXTS.keptHere;

/** What the panel shows and what it reports. */
export interface PanelOptions {
  line: Node;
  verdict: Verdict;
  /** The causes that print this message. */
  causes: readonly VerdictCause[];
  /** Placeholders that may be set, with the values that the message gave them. */
  values: Readonly<Record<string, string>>;
  /** Called with all values that may stand for their placeholders, or null while nothing is to be filled in. Returns how many places took and did not take them. */
  onChange: (values: Readonly<Record<string, string>> | null) => { filled: number; kept: number };
  onClose: () => void;
}

/** Make the panel and put it on the page. */
export function openPanel(options: PanelOptions): HTMLElement {
  const { line, verdict, causes, values, onChange, onClose } = options;
  const status = make('p', { role: 'status', class: 'dim' });
  const inputs = Object.entries(values).map(([name, value]) => makeInput(name, value));
  const on = make('input', { type: 'checkbox' }) as HTMLInputElement;
  on.checked = true;
  const apply = (): void => {
    const right = inputs.filter((input) => check(input, verdict));
    const counts = onChange(
      on.checked ? Object.fromEntries(right.map((one) => [one.name, one.value])) : null,
    );
    const texts = [TEXTS.filled(counts.filled), ...(counts.kept > 0 ? [TEXTS.kept(counts.kept)] : [])];
    status.textContent = on.checked ? texts.join(' · ') : '';
  };
  on.addEventListener('change', apply);
  for (const input of inputs) input.addEventListener('input', apply);
  const close = make('button', { type: 'button' }, TEXTS.close);
  const fields = inputs.map((input) => make('label', {}, make('span', {}, input.name), input));
  const known = fields.filter((_, index) => inputs[index]?.value !== '');
  const others = fields.filter((_, index) => inputs[index]?.value === '');
  const panel = make(
    'details',
    // It must not cover a phone.
    { class: 'fill', ...(matchMedia('(min-width: 48em)').matches ? { open: '' } : {}) },
    make(
      'summary',
      {},
      make('b', {}, TEXTS.heading),
      ' ',
      line,
      make('small', {}, narrowing(verdict, causes)),
    ),
    ...makeCauses(verdict, causes),
    ...(fields.length > 0 ? [make('div', { class: 'vals' }, ...known)] : []),
    ...(others.length > 0
      ? [make('details', {}, make('summary', {}, TEXTS.others), make('div', { class: 'vals' }, ...others))]
      : []),
    make(
      'div',
      { class: 'row' },
      ...(fields.length > 0 ? [make('label', {}, on, TEXTS.fillIn), status] : []),
      close,
    ),
  );
  close.addEventListener('click', () => {
    onChange(null);
    panel.remove();
    onClose();
  });
  document.body.append(panel);
  // Notices stand above the panel, and the page ends above both.
  new ResizeObserver(() => {
    document.documentElement.style.setProperty('--foot', `${panel.offsetHeight}px`);
  }).observe(panel);
  apply();
  return panel;
}

function narrowing(verdict: Verdict, causes: readonly VerdictCause[]): string {
  const all = verdict.causes.length;
  return causes.length === all ? TEXTS.notNarrowed(all) : TEXTS.narrowed(causes.length, all);
}

/** Links to the causes that are left, where not all are. */
function makeCauses(verdict: Verdict, causes: readonly VerdictCause[]): HTMLElement[] {
  if (causes.length === verdict.causes.length) return [];
  const links = causes.map(({ id, title }) =>
    make('li', {}, make('a', { href: `#cause-${id}` }, ...makeTitle(title))),
  );
  return [make('ul', {}, ...links)];
}

function makeInput(name: string, value: string): HTMLInputElement {
  const input = make('input', {
    type: 'text',
    name,
    autocomplete: 'off',
    autocapitalize: 'off',
    spellcheck: 'false',
    translate: 'no',
  }) as HTMLInputElement;
  input.value = value;
  return input;
}

/** Tell whether the value may be used; a wrong one is marked, an empty one means the example. */
function check(input: HTMLInputElement, { placeholders }: Verdict): boolean {
  const placeholder = placeholders[input.name];
  input.placeholder = placeholder?.example ?? '';
  const right = placeholder !== undefined && isValueOf(placeholder.kind, input.value);
  const wrong = !right && input.value !== '';
  input.setAttribute('aria-invalid', String(wrong));
  input.title = wrong ? TEXTS.wrong(placeholder?.example ?? '') : '';
  return right;
}
