import { spawn } from 'node:child_process';
import type { Locale } from '../../i18n/locales.ts';
import type { Io } from '../io.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { makePaint } from '../output/paint.ts';
import { CLI_STRINGS } from '../strings.ts';
import { CliTrouble, EXIT, type ExitStatus } from '../trouble.ts';

/** Print an entry as Markdown, or all its data as JSON. */
export function showEntry(
  knowledge: Knowledge,
  id: string,
  locale: Locale,
  json: boolean,
  io: Io,
): ExitStatus {
  const text = json ? toText(knowledge.entry(id)) : knowledge.markdown(id, locale);
  if (text === null) throw new CliTrouble(CLI_STRINGS[locale].noEntry(id));
  io.out(text.endsWith('\n') ? text : `${text}\n`);
  return EXIT.found;
}

function toText(value: unknown): string | null {
  return value === null ? null : JSON.stringify(value, null, 2);
}

/** List the domains that have entries, with the entries of each. */
export function listDomains(knowledge: Knowledge, locale: Locale, json: boolean, io: Io): ExitStatus {
  const { domains, entries } = knowledge.catalogue();
  if (json) {
    io.out(`${JSON.stringify(domains, null, 2)}\n`);
    return EXIT.found;
  }
  const paint = makePaint(io);
  for (const { id, names, entries: count } of domains) {
    io.out(
      `${paint('bold', names[locale])}  ${paint('dim', `${id}, ${CLI_STRINGS[locale].entries(count)}`)}\n`,
    );
    for (const entry of entries.filter(({ domain }) => domain === id))
      io.out(`  ${entry.id}\n    ${entry.headline.split('\n')[0]}\n`);
  }
  return domains.length > 0 ? EXIT.found : EXIT.nothing;
}

/** Open the page of an entry in the reader's browser; where there is none, its address is printed all the same. */
export function openPage(knowledge: Knowledge, id: string, locale: Locale, io: Io): ExitStatus {
  const entry = knowledge.entry(id);
  if (entry === null) throw new CliTrouble(CLI_STRINGS[locale].noEntry(id));
  const url = entry.urls[locale].page;
  io.out(`${url}\n`);
  const [program = '', ...args] = OPENERS[process.platform] ?? ['xdg-open'];
  spawn(program, [...args, url], { stdio: 'ignore', detached: true })
    .on('error', () => {})
    .unref();
  return EXIT.found;
}

const OPENERS: Partial<Record<NodeJS.Platform, string[]>> = {
  darwin: ['open'],
  // `start` takes its first quoted argument for a title.
  win32: ['cmd', '/c', 'start', ''],
};
