import { fillCommand } from '../../entry/fill/fill-command.ts';
import { isValueOf } from '../../entry/fill/values.ts';
import { bracedNames } from '../../entry/placeholders.ts';
import { tellHolds } from '../../entry/tell.ts';
import type { Verdict } from '../../export/match/verdict.ts';
import type { PublishedEntry } from '../../export/schema/entry.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Io } from '../io.ts';
import { makePaint, tame } from '../output/paint.ts';
import type { CheckRun, Shell } from '../run-shell.ts';
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

/** What became of a check here: it names its cause, does not, or could not be run, and why. */
export type CheckOutcome = 'holds' | 'fails' | 'skipped' | 'no-value' | 'no-command' | 'no-end';

/** A check that was reached, as `--json` has it. */
interface CheckReport {
  cause: string;
  command: string;
  outcome: CheckOutcome;
  /** Null where it did not run, or was ended from outside. */
  exit: number | null;
  stdout: string;
}

/** What a diagnosis is given. */
export interface DiagnoseOptions {
  locale: Locale;
  /** What the placeholders stand for here. */
  values: Readonly<Record<string, string>>;
  /** Whether all checks are confirmed at once. */
  yes: boolean;
  /** Whether the result goes to standard output as JSON; what is told meanwhile then goes to standard error. */
  json: boolean;
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
  const { locale, values, ask, json } = options;
  const t = CLI_STRINGS[locale];
  const paint = makePaint(io);
  const say = json ? (text: string) => io.err(text.replace(/\n$/, '')) : io.out;
  const reports: CheckReport[] = [];
  const end = (status: ExitStatus, cause: string | null): ExitStatus => {
    if (json) io.out(`${JSON.stringify(summary(entry, verdict, cause, reports, locale), null, 2)}\n`);
    return status;
  };
  const checks = provenChecks(verdict);
  if (checks.length === 0) {
    say(`${t.noProvenTells(entry.id)}\n`);
    return end(EXIT.nothing, null);
  }
  const run = options.shell();
  say(`${t.willRun(checks.length)}\n`);
  for (const check of checks) {
    const command = fillCommand(check.run, verdict.placeholders, values);
    const report: CheckReport = { cause: check.cause, command, outcome: 'skipped', exit: null, stdout: '' };
    say(`\n${paint('bold', plain(check.title))}\n  ${command}\n`);
    const missing = namesIn(check, verdict).filter((name) => !isSet(name, verdict, values));
    if (missing.length > 0) {
      say(`  ${paint('dim', t.missing(missing.map((name) => `--set ${name}=…`).join(' ')))}\n`);
      reports.push({ ...report, outcome: 'no-value' });
      continue;
    }
    const answer = options.yes ? 'y' : (await ask(`  ${t.askOne}`)).trim().toLowerCase();
    if (answer === 'q') break;
    if (answer !== 'y' && answer !== 'yes') {
      say(`  ${t.skipped}\n`);
      reports.push(report);
      continue;
    }
    const ended = await run(command);
    const outcome = outcomeOf(check, values, ended);
    for (const line of tame(ended.stdout.replaceAll('\n', '\t')).split('\t').slice(0, 10))
      if (line !== '') say(`  ${paint('dim', '|')} ${line}\n`);
    reports.push({ ...report, outcome, exit: ended.exit, stdout: ended.stdout });
    if (outcome === 'holds') {
      say(`  ${paint('green', t.holds)}\n\n${reportFix(entry, verdict, check, locale)}\n`);
      // The trials prove the checks in their order: one holds for its cause alone where those before it do not.
      const open = reports.filter((one) => !RAN.has(one.outcome)).length;
      if (open > 0) say(`${t.notRuledOut(open)}\n`);
      return end(EXIT.found, check.cause);
    }
    const said = { fails: t.fails, 'no-end': t.noEnd, 'no-command': t.noCommand(tame(ended.missing ?? '')) };
    say(`  ${said[outcome]}\n`);
  }
  say(`\n${t.namedNone(reports.filter(({ outcome }) => RAN.has(outcome)).length)}\n`);
  return end(EXIT.nothing, null);
}

/** Outcomes of checks that ran to their end. */
const RAN: ReadonlySet<CheckOutcome> = new Set(['holds', 'fails']);

function outcomeOf(
  { expect }: Check,
  values: Readonly<Record<string, string>>,
  ended: CheckRun,
): 'holds' | 'fails' | 'no-command' | 'no-end' {
  if (tellHolds(expect, values, ended)) return 'holds';
  if (ended.missing !== null) return 'no-command';
  return ended.exit === null ? 'no-end' : 'fails';
}

/** What a program is told: the cause if one was named, what fixed it, and every check that was reached. */
function summary(
  entry: PublishedEntry,
  verdict: Verdict,
  cause: string | null,
  checks: readonly CheckReport[],
  locale: Locale,
): object {
  const named = verdict.causes.find(({ id }) => id === cause);
  const page = entry.urls[locale].page;
  return {
    entry: entry.id,
    cause,
    title: named?.title ?? null,
    fix: named?.fix ?? null,
    url: named === undefined ? page : `${page}#cause-${named.id}`,
    checks,
  };
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

function reportFix(entry: PublishedEntry, verdict: Verdict, { cause, title }: Check, locale: Locale): string {
  const t = CLI_STRINGS[locale];
  const fix = verdict.causes.find(({ id }) => id === cause)?.fix ?? null;
  return [
    t.named(plain(title)),
    fix === null ? t.nothingProven : t.fixedBy(fix.fixed, fix.trials, plain(fix.title)),
    `${entry.urls[locale].page}#cause-${cause}`,
  ].join('\n');
}
