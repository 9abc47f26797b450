import { fillCommand } from '../../entry/fill/fill-command.ts';
import { causesOf } from '../../export/match/narrow.ts';
import type { Verdict } from '../../export/match/verdict.ts';
import type { Locale } from '../../i18n/locales.ts';
import { SEARCH_STRINGS } from '../../i18n/search-strings.ts';
import type { Matcher } from '../../match/matcher.ts';
import type { Match, MatchReport } from '../../match/types.ts';
import { makeStub } from '../../scripts/new-entry-stub.ts';
import type { Io } from '../io.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { wrap } from '../output/columns.ts';
import { makePaint, type Paint, tame } from '../output/paint.ts';
import { CLI_STRINGS } from '../strings.ts';
import { EXIT, type ExitStatus } from '../trouble.ts';

/** The end of a text in which a new entry is looked for, in UTF-16 units. */
const STUB_TEXT = 1_000_000;

/** How an answer is written. */
export interface MatchOptions {
  locale: Locale;
  json: boolean;
  explain: boolean;
}

/** Name the known errors in a text. */
export function matchText(
  matcher: Matcher,
  knowledge: () => Knowledge,
  text: string,
  { locale, json, explain }: MatchOptions,
  io: Io,
): ExitStatus {
  const report = matcher.match(text);
  // An index of the reader's own may hold errors that have no entry.
  const verdictOf = (id: string): Verdict | null => knowledge().verdict(id, locale);
  if (json) io.out(`${JSON.stringify(toJson(report, verdictOf), null, 2)}\n`);
  else if (report.matches.length === 0) io.out(`${describeNothing(report, text, locale, io)}\n`);
  else
    for (const match of report.matches)
      io.out(`${describe(match, verdictOf(match.entry), { locale, explain }, io)}\n\n`);
  return report.matches.length > 0 ? EXIT.found : EXIT.nothing;
}

function toJson(
  { matches, nearEntries, nearFamilies }: MatchReport,
  verdictOf: (id: string) => Verdict | null,
) {
  return {
    matches: matches.map((match) => {
      const verdict = verdictOf(match.entry);
      const printing = verdict === null ? [] : causesOf(verdict, match).map(({ id }) => id);
      return { ...match, title: verdict?.title ?? null, printedBy: printing, verdict };
    }),
    nearEntries,
    nearFamilies,
  };
}

function describe(
  match: Match,
  verdict: Verdict | null,
  { locale, explain }: Pick<MatchOptions, 'locale' | 'explain'>,
  io: Io,
): string {
  const t = CLI_STRINGS[locale];
  const paint = makePaint(io);
  const [first] = match.lines;
  const captures = Object.entries(match.captures).map(
    ([name, value]) => `${paint('dim', `${name} =`)} ${tame(value)}`,
  );
  return [
    verdict === null
      ? paint('bold', match.entry)
      : `${paint('bold', plain(verdict.title))}  ${paint('dim', match.entry)}`,
    ...(first === undefined
      ? []
      : [`  ${paint('dim', t.line(first.line, match.count))}`, ...quote(first.text, io, paint)]),
    ...(captures.length > 0 ? [`  ${captures.join('   ')}`] : []),
    ...(explain ? explainMatch(match, locale) : []),
    ...(verdict === null ? [] : describeVerdict(verdict, match, locale, io, paint)),
  ].join('\n');
}

/** The lines that matched, as they stood, less what would steer the terminal. */
function quote(text: string, io: Io, paint: Paint): string[] {
  return text
    .split('\n')
    .map((line) =>
      paint(
        'underline',
        tame(line)
          .trim()
          .slice(0, 4 * io.columns),
      ),
    )
    .map((line) => `  ${line}`);
}

function describeVerdict(verdict: Verdict, match: Match, locale: Locale, io: Io, paint: Paint): string[] {
  const t = CLI_STRINGS[locale];
  const shared = SEARCH_STRINGS[locale];
  const causes = causesOf(verdict, match);
  const fixed = causes.filter(({ fix }) => fix !== null).length;
  const lines = [`  ${shared.causes(causes.length, verdict.causes.length)} ${shared.proven(fixed)}`];
  for (const [index, { title, tell, fix }] of causes.entries()) {
    lines.push(wrap(`${index + 1}. ${plain(title)}`, io.columns, '  '));
    if (tell !== null)
      lines.push(
        `     ${paint('dim', `${t.tell}:`)} ${indent(fillCommand(tell, verdict.placeholders, match.captures))}`,
      );
    if (fix !== null)
      lines.push(`     ${paint('green', `${t.fixes} ${fix.fixed}/${fix.trials}:`)} ${plain(fix.title)}`);
  }
  if (verdict.traps.length > 0) {
    const traps = verdict.traps.map(({ title, harmful }) => paint(harmful ? 'red' : 'dim', plain(title)));
    lines.push(`  ${shared.traps} ${traps.join(' · ')}`);
  }
  return [...lines, `  ${paint('dim', t.diagnoseWith(verdict.id))}`, `  ${paint('dim', t.more(verdict.id))}`];
}

function explainMatch({ words, contextBits }: Match, locale: Locale): string[] {
  const t = CLI_STRINGS[locale];
  return [...words.map(({ word, bits, found }) => t.bits(word, bits, found)), t.contextBits(contextBits)].map(
    (line) => `    ${line}`,
  );
}

/** Nothing is recognised: what came near, words to search for, and the start of a new entry. */
function describeNothing(
  { nearEntries, nearFamilies }: MatchReport,
  text: string,
  locale: Locale,
  io: Io,
): string {
  const t = SEARCH_STRINGS[locale];
  const paint = makePaint(io);
  const stub = makeStub(text.slice(-STUB_TEXT));
  const names = (near: readonly { name: string }[]): string => near.map(({ name }) => name).join(', ');
  return [
    t.unknown,
    ...(nearEntries.length > 0 ? [`${t.nearEntries} ${names(nearEntries)}`] : []),
    ...(nearFamilies.length > 0 ? [`${t.nearFamilies} ${names(nearFamilies)}`] : []),
    ...(stub === null || stub.words.length === 0 ? [] : [`${t.searchFor} ${stub.words.join(' ')}`]),
    ...(stub === null ? [] : ['', wrap(t.stub, io.columns), paint('dim', tame(stub.yaml).trimEnd())]),
  ].join('\n');
}

/** Set the further lines of a command below its first. */
function indent(command: string): string {
  return command.replaceAll('\n', '\n       ');
}

/** A title without the marks of code. */
export function plain(title: string): string {
  return title.replaceAll('`', '');
}
