import { EXIT, exitOf } from '../cli/exit.ts';
import { log } from '../cli/log.ts';
import type { Options } from '../cli/options.ts';
import { openDisplay } from '../progress/display.ts';
import { Meter } from '../progress/meter.ts';
import { readEntries } from '../read.ts';
import { formatJson, type RunReport } from '../report/json.ts';
import { formatSummary } from '../report/summary.ts';
import { permitUnsafe } from '../sandbox/unsafe.ts';
import { selectEntries } from '../select/select.ts';
import { provisionEntries } from './provide.ts';
import { runEntries } from './run.ts';
import { openShell } from './shell.ts';
import { watchEntry } from './watch.ts';

/**
 * Do what the command line asks for.
 *
 * @param start in milliseconds, for the report.
 * @returns the exit status.
 */
export async function runCommand(options: Options, start: number): Promise<number> {
  if (options.unsafe) await permitUnsafe(log);
  if (options.watch) return watchEntry(options);
  const known = readEntries(options.content, options.ids, options.filters);
  const entries = selectEntries(known, options, new Date(start));
  if (entries.length < known.length) log(`${entries.length} of ${known.length} entries are to run`);
  const [first] = entries;
  if (options.shell !== undefined && first !== undefined) {
    await openShell(first, options.shell, options);
    return EXIT.fine;
  }
  if (options.provision) {
    const display = openDisplay(new Meter(1), options.verbose);
    const missing = await provisionEntries(entries, options, display);
    display.end();
    const exit = missing.length === 0 ? EXIT.fine : EXIT.unavailable;
    const error = missing.length === 0 ? null : missing.join('\n');
    return finish(options, start, { command: 'provision', exit, error, jobs: 1, entries: [] });
  }
  const { reports, jobs } = await runEntries(entries, options);
  if (!options.json) process.stdout.write(formatSummary(reports));
  for (const { id, troubles } of reports) for (const line of troubles) log(`TROUBLE ${line || id}`);
  const command = options.verify ? 'verify' : 'run';
  return finish(options, start, { command, exit: exitOf(reports), error: null, jobs, entries: reports });
}

function finish(
  options: Options,
  start: number,
  report: Pick<RunReport, 'command' | 'exit' | 'error' | 'jobs' | 'entries'>,
): number {
  const seconds = (Date.now() - start) / 1000;
  if (options.json) process.stdout.write(formatJson({ schema: 1, seconds, ...report }));
  return report.exit;
}
