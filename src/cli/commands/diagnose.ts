import { fillCommand } from '../../entry/fill/fill-command.ts';
import { isValueOf } from '../../entry/fill/values.ts';
import { bracedNames } from '../../entry/placeholders.ts';
import { tellHolds } from '../../entry/tell.ts';
import type { Verdict } from '../../export/match/verdict.ts';
import type { PublishedEntry } from '../../export/schema/entry.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Io } from '../io.ts';
import { makePaint, tame } from '../output/paint.ts';
import type { Shell } from '../run-shell.ts';
import { CLI_STRINGS } from '../strings.ts';
import { EXIT, type ExitStatus } from '../trouble.ts';
import { plain } from './match.ts';

/** A check of an entry that named its cause wherever the lab reproduced it. */
interface Check {
  cause: string;
  title: string;
  run: string;
  expect: string;
}

/** What a diagnosis is given. */
export interface DiagnoseOptions {
  locale: Locale;
  /** What the placeholders stand for here. */
  values: Readonly<Record<string, string>>;
  /** Whether all checks are confirmed at once. */
  yes: boolean;
  /** Ask the reader; resolves to what they typed. */
  ask: (question: string) => Promise<string>;
  /** Get ready to run commands; throws where this machine cannot. Called once there is something to run. */
  shell: () => Shell;
}

/**
 * Run the proven checks of an entry here, in its order, until one names the cause.
 *
 * @param verdict the same entry, summed up in the reader's language
 */
export async function diagnose(
  entry: PublishedEntry,
  verdict: Verdict,
  options: DiagnoseOptions,
  io: Io,
): Promise<ExitStatus> {
  const { locale, values, ask } = options;
  const t = CLI_STRINGS[locale];
  const paint = makePaint(io);
  const checks = provenChecks(verdict);
  if (checks.length === 0) {
    io.out(`${t.noProvenTells(entry.id)}\n`);
    return EXIT.nothing;
  }
  const run = options.shell();
  io.out(`${t.willRun(checks.length)}\n`);
  let ran = 0;
  let passed = 0;
  for (const check of checks) {
    const command = fillCommand(check.run, verdict.placeholders, values);
    io.out(`\n${paint('bold', plain(check.title))}\n  ${command}\n`);
    const missing = namesIn(check, verdict).filter((name) => !isSet(name, verdict, values));
    if (missing.length > 0) {
      io.out(`  ${paint('dim', t.missing(missing.map((name) => `--set ${name}=…`).join(' ')))}\n`);
      passed++;
      continue;
    }
    const answer = options.yes ? 'y' : (await ask(`  ${t.askOne}`)).trim().toLowerCase();
    if (answer === 'q') break;
    if (answer !== 'y' && answer !== 'yes') {
      io.out(`  ${t.skipped}\n`);
      passed++;
      continue;
    }
    const ended = await run(command);
    for (const line of tame(ended.stdout.replaceAll('\n', '\t')).split('\t').slice(0, 10))
      if (line !== '') io.out(`  ${paint('dim', '|')} ${line}\n`);
    if (tellHolds(check.expect, values, ended)) {
      io.out(`  ${paint('green', t.holds)}\n\n${report(entry, verdict, check, locale)}\n`);
      // The trials prove the checks in their order: one holds for its cause alone where those before it do not.
      if (passed > 0) io.out(`${t.notRuledOut(passed)}\n`);
      return EXIT.found;
    }
    if (ended.missing === null && ended.exit !== null) {
      io.out(`  ${t.fails}\n`);
      ran++;
    } else {
      io.out(`  ${ended.missing === null ? t.noEnd : t.noCommand(tame(ended.missing))}\n`);
      passed++;
    }
  }
  io.out(`\n${t.namedNone(ran)}\n`);
  return EXIT.nothing;
}

/** The checks whose cause was reproduced, and which, tried in order, named it each time. */
function provenChecks({ causes }: Verdict): Check[] {
  return causes.flatMap(({ id, title, tell, expect, proven }) =>
    proven && tell !== null && expect !== null ? [{ cause: id, title, run: tell, expect }] : [],
  );
}

function namesIn({ run, expect }: Check, { placeholders }: Verdict): string[] {
  const names = [...bracedNames(run), ...bracedNames(expect)];
  return [...new Set(names)].filter((name) => name in placeholders);
}

function isSet(name: string, { placeholders }: Verdict, values: Readonly<Record<string, string>>): boolean {
  const value = values[name];
  const kind = placeholders[name]?.kind;
  return value !== undefined && kind !== undefined && isValueOf(kind, value);
}

function report(entry: PublishedEntry, verdict: Verdict, { cause, title }: Check, locale: Locale): string {
  const t = CLI_STRINGS[locale];
  const fix = verdict.causes.find(({ id }) => id === cause)?.fix ?? null;
  return [
    t.named(plain(title)),
    fix === null ? t.nothingProven : t.fixedBy(fix.fixed, fix.trials, plain(fix.title)),
    `${entry.urls[locale].page}#cause-${cause}`,
  ].join('\n');
}
