import { existsSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { causesOf } from '../export/match/narrow.ts';
import { LOCALES, type Locale } from '../i18n/locales.ts';
import { createMatcher, type Matcher } from '../match/matcher.ts';
import { matchBatch } from './commands/batch.ts';
import { listDomains, openPage, showEntry } from './commands/browse.ts';
import { diagnose } from './commands/diagnose.ts';
import { buildIndex } from './commands/index.ts';
import { openIndexes } from './commands/indexes.ts';
import { type MatchOptions, matchText } from './commands/match.ts';
import { search } from './commands/search.ts';
import { HELP } from './help.ts';
import { type Io, readStdin } from './io.ts';
import type { Knowledge } from './knowledge/knowledge.ts';
import { resolveId } from './knowledge/resolve.ts';
import { chooseLocale, terminalLocale } from './language.ts';
import { serveMcp } from './mcp/server.ts';
import { type Options, readOptions } from './options.ts';
import { openShell } from './run-shell.ts';
import { CLI_STRINGS } from './strings.ts';
import { CliTrouble, EXIT, type ExitStatus } from './trouble.ts';
import { TROUBLE } from './trouble-strings.ts';

/** What the program runs on. */
export interface Program {
  version: string;
  /** Open the entries; called when the first command needs them. */
  open: () => Knowledge;
}

/** Run one call of `fixrate`. All trouble ends as a sentence on standard error. */
export async function runCli(
  argv: readonly string[],
  { version, open }: Program,
  io: Io,
): Promise<ExitStatus> {
  try {
    const options = readOptions(argv);
    if (options.help || (options.command === undefined && !options.version)) {
      io.out(HELP[askedLocale(argv, io)]);
      return options.help ? EXIT.found : EXIT.trouble;
    }
    if (options.version) {
      io.out(`${version}\n`);
      return EXIT.found;
    }
    let knowledge: Knowledge | null = null;
    return await runCommand(options, () => (knowledge ??= open()), version, io);
  } catch (error) {
    if (!(error instanceof CliTrouble)) throw error;
    io.err(`fixrate: ${error.texts[askedLocale(argv, io)]}`);
    return EXIT.trouble;
  }
}

/** The language of a call, whatever else is wrong with it. */
function askedLocale(argv: readonly string[], io: Io): Locale {
  const asked = /(?:^|\n)--lang[=\n](\w+)/.exec(argv.join('\n'))?.[1];
  return LOCALES.find((locale) => locale === asked) ?? terminalLocale(io.env);
}

async function runCommand(
  options: Options,
  knowledge: () => Knowledge,
  version: string,
  io: Io,
): Promise<ExitStatus> {
  const { command, words, json } = options;
  const locale = chooseLocale(options.lang, io.env);
  const matcher = () => createMatcher(openIndexes(knowledge, options.indexes, options.only));
  const id = (): string => resolveId(knowledge(), oneId(words, command ?? ''), locale);
  if (json && (command === 'open' || command === 'index' || command === 'mcp'))
    throw new CliTrouble(TROUBLE.noJson(command));
  switch (command) {
    case 'match':
      if (options.batch && (words.length > 0 || io.stdin.isTTY === true))
        throw new CliTrouble(TROUBLE.batchTakesNoText);
      if (options.batch) return matchBatch(matcher(), io);
      return matchWords(words, matcher(), knowledge, { locale, json, explain: options.explain }, io);
    case 'show':
      return showEntry(knowledge(), id(), locale, json, io);
    case 'open':
      return openPage(knowledge(), id(), locale, io);
    case 'search':
      return search(knowledge(), words.join(' '), locale, json, io);
    case 'domains':
      return listDomains(knowledge(), locale, json, io);
    case 'index':
      return buildIndex(words[0], options.out, io);
    case 'diagnose':
      return startDiagnosis(options, knowledge(), matcher, id(), io);
    case 'mcp':
      await serveMcp(knowledge(), matcher(), version, io);
      return EXIT.found;
    default:
      throw new CliTrouble(TROUBLE.noCommand(command ?? ''));
  }
}

async function matchWords(
  words: readonly string[],
  matcher: Matcher,
  knowledge: () => Knowledge,
  options: MatchOptions,
  io: Io,
): Promise<ExitStatus> {
  const status = matchText(matcher, knowledge, await readText(words, io), options, io);
  const [word = ''] = words;
  // A name where a text belongs is easily given, and nothing would say why it names no error.
  if (status === EXIT.nothing && words.length === 1 && existsSync(word))
    io.err(CLI_STRINGS[options.locale].isFile(word));
  return status;
}

async function startDiagnosis(
  options: Options,
  knowledge: Knowledge,
  matcher: () => Matcher,
  id: string,
  io: Io,
): Promise<ExitStatus> {
  const { message, yes, values } = options;
  const locale = chooseLocale(options.lang, io.env);
  const t = CLI_STRINGS[locale];
  const entry = knowledge.entry(id);
  const verdict = knowledge.verdict(id, locale);
  if (entry === null || verdict === null) throw new CliTrouble(t.noEntry(id));
  if (!yes && io.stdin.isTTY !== true) throw new CliTrouble(t.nobodyAsked);
  const read = message === undefined ? [] : matcher().match(message).matches;
  const match = read.find((one) => one.entry === id);
  if (message !== undefined && match === undefined) io.err(t.otherMessage(id));
  // Causes that never print this message need no check.
  const causes = match === undefined ? verdict.causes : causesOf(verdict, match);
  return diagnose(
    entry,
    { ...verdict, causes },
    {
      locale,
      values: { ...match?.captures, ...values },
      yes,
      json: options.json,
      ask: ask(io),
      shell: () => openShell(io.env, locale),
    },
    io,
  );
}

/** The text of the call, else what comes through standard input. */
async function readText(words: readonly string[], io: Io): Promise<string> {
  if (words.length > 0 && !(words.length === 1 && words[0] === '-')) return words.join(' ');
  if (io.stdin.isTTY === true) throw new CliTrouble(TROUBLE.needsText);
  return readStdin(io);
}

function oneId(words: readonly string[], command: string): string {
  const [id, ...more] = words;
  if (id === undefined || more.length > 0) throw new CliTrouble(TROUBLE.needsId(command));
  return id;
}

/** Ask the reader on their terminal; Ctrl-C, Ctrl-D and the end of input are taken for "q". */
function ask(io: Io): (question: string) => Promise<string> {
  return async (question) => {
    const lines = createInterface({ input: io.stdin, output: process.stderr });
    const left = new Promise<string>((resolve) => lines.once('close', () => resolve('q')));
    try {
      return await Promise.race([lines.question(question), left]);
    } catch (error) {
      if ((error as Error).name === 'AbortError') return 'q';
      throw error;
    } finally {
      lines.close();
    }
  };
}
