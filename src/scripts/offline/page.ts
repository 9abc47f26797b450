// The page on which a reader chooses what is kept on the device.
import { formatSize } from '../../i18n/format-size.ts';
import type { Locale } from '../../i18n/locales.ts';
import { OFFLINE_STRINGS } from '../../i18n/offline-strings.ts';
import { type Choice, isChosen } from '../../offline/choice.ts';
import { MANIFEST_PATH, type Manifest, MOST_BYTES } from '../../offline/manifest.ts';
import { findKept, findNewer, keep, removeKept } from './install.ts';

const LOCALE: Locale = document.documentElement.lang.startsWith('zh') ? 'zh' : 'en';
const TEXTS = OFFLINE_STRINGS[LOCALE];

const page = document.querySelector<HTMLElement>('.offline');
const form = page?.querySelector('form');
if (page && form) void start(page, form, page.dataset['base'] ?? '/');

async function start(page: HTMLElement, form: HTMLFormElement, base: string): Promise<void> {
  const status = page.querySelector<HTMLElement>('.now') as HTMLElement;
  const say = (text: string): void => {
    status.textContent = text;
  };
  sayWhatIsMissing(page, base);
  if (!('serviceWorker' in navigator)) return say(TEXTS.unsupported);
  const button = (name: string): HTMLButtonElement => form.elements.namedItem(name) as HTMLButtonElement;
  const [look, remove, submit] = [
    button('look'),
    button('remove'),
    form.querySelector('button') as HTMLButtonElement,
  ];
  look.textContent = TEXTS.look;
  remove.textContent = TEXTS.remove;
  const manifest = await fetchManifest(base);
  let kept: Choice | null = null;

  async function refresh(text?: string): Promise<void> {
    kept = await findKept(base).catch(() => null);
    look.hidden = remove.hidden = kept === null;
    form.inert = manifest === null && kept === null;
    say(
      text ??
        (manifest === null
          ? [kept && TEXTS.kept, TEXTS.noNetwork].filter(Boolean).join(' ')
          : kept
            ? TEXTS.kept
            : ''),
    );
    weigh();
  }

  /** Say how much the choice weighs, and whether it can be kept. */
  function weigh(): void {
    const choice = readForm(form);
    const bytes = manifest === null ? 0 : bytesOf(manifest, choice);
    const size = formatSize(bytes, LOCALE);
    submit.textContent = kept === null ? TEXTS.keep(size) : TEXTS.change(size);
    const trouble =
      choice.languages.length === 0
        ? TEXTS.nothing
        : bytes > MOST_BYTES
          ? TEXTS.tooMuch(size, formatSize(MOST_BYTES, LOCALE))
          : null;
    submit.disabled = manifest === null || trouble !== null;
    if (trouble !== null) say(trouble);
    else if (status.dataset['trouble'] !== undefined) say(kept ? TEXTS.kept : '');
    status.toggleAttribute('data-trouble', trouble !== null);
    (form.querySelector('.some') as HTMLElement).hidden = choice.domains === null;
  }

  /** Do something that takes a while; nothing else can be asked meanwhile. */
  async function busy(work: () => Promise<string | undefined>): Promise<void> {
    form.setAttribute('aria-busy', 'true');
    for (const one of [look, remove, submit]) one.disabled = true;
    const text = await work().catch(() => TEXTS.failed);
    form.removeAttribute('aria-busy');
    for (const one of [look, remove]) one.disabled = false;
    await refresh(text);
  }

  form.addEventListener('change', weigh);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const choice = readForm(form);
    void busy(async () => {
      const bytes = manifest === null ? 0 : bytesOf(manifest, choice);
      const room = await roomLeft();
      if (room !== null && bytes > room)
        return TEXTS.noRoom(formatSize(bytes, LOCALE), formatSize(room, LOCALE));
      say(TEXTS.starting);
      // So that the browser does not clear it away when the disk fills up; it may say no.
      void navigator.storage?.persist?.();
      const done = await keep(base, choice, ({ fetched, of }) => say(TEXTS.fetching(fetched, of)));
      return done ? undefined : TEXTS.failed;
    });
  });
  look.addEventListener('click', () => {
    void busy(async () => {
      say(TEXTS.starting);
      return (await findNewer(base)) ? undefined : TEXTS.newest;
    });
  });
  remove.addEventListener('click', () => {
    void busy(async () => {
      await removeKept(base);
      return TEXTS.removed;
    });
  });

  await refresh();
  if (kept !== null) writeForm(form, kept);
  weigh();
}

/** The service worker answers with this page for one that is not there. */
function sayWhatIsMissing(page: HTMLElement, base: string): void {
  const own = new URL(document.querySelector<HTMLLinkElement>('link[rel=canonical]')?.href ?? location.href);
  if (location.pathname === own.pathname) return;
  const asked = page.querySelector<HTMLElement>('.asked') as HTMLElement;
  asked.hidden = false;
  asked.textContent = TEXTS.missing(decodeURI(location.pathname.slice(base.length - 1)));
}

async function fetchManifest(base: string): Promise<Manifest | null> {
  try {
    const response = await fetch(base + MANIFEST_PATH, { cache: 'no-cache' });
    return response.ok ? ((await response.json()) as Manifest) : null;
  } catch {
    return null;
  }
}

function bytesOf({ parts }: Manifest, choice: Choice): number {
  return parts.filter((part) => isChosen(part, choice)).reduce((sum, { bytes }) => sum + bytes, 0);
}

/** Bytes that the browser would still keep; null where it does not say. */
async function roomLeft(): Promise<number | null> {
  const { quota, usage } = (await navigator.storage?.estimate?.()) ?? {};
  return quota === undefined ? null : quota - (usage ?? 0);
}

function readForm(form: HTMLFormElement): Choice {
  const data = new FormData(form);
  return {
    languages: data.getAll('languages') as Locale[],
    domains: data.has('all') ? null : (data.getAll('domains') as string[]),
    trials: data.has('trials'),
  };
}

function writeForm(form: HTMLFormElement, { languages, domains, trials }: Choice): void {
  for (const input of form.querySelectorAll('input')) {
    if (input.name === 'languages') input.checked = languages.some((one) => one === input.value);
    if (input.name === 'all') input.checked = domains === null;
    if (input.name === 'domains') input.checked = domains?.includes(input.value) ?? false;
    if (input.name === 'trials') input.checked = trials;
  }
}
