// Runs the trials of entries: `npm run lab`.
import { exitOfError, exitOfSignal } from './cli/exit.ts';
import { HELP } from './cli/help.ts';
import { log } from './cli/log.ts';
import { type Options, readOptions } from './cli/options.ts';
import { runCommand } from './commands/command.ts';
import { runInDocker } from './docker/run.ts';
import { formatJson } from './report/json.ts';
import { closeAllSandboxes, isStopping } from './sandbox/sandbox.ts';

for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, async () => {
    log(`\n${signal}: ending all trials; the same command goes on from here`);
    await closeAllSandboxes();
    process.exit(exitOfSignal(signal));
  });
}

const start = Date.now();
let options: Options | null = null;
try {
  const args = process.argv.slice(2);
  options = readOptions(args);
  if (options.help) process.stdout.write(HELP);
  else if (options.docker) process.exitCode = await runInDocker(args, options.content);
  else process.exitCode = await runCommand(options, start);
} catch (error) {
  // The lab was told to stop: the handler of the signal ends it.
  if (isStopping()) await new Promise(() => {});
  const exit = exitOfError(error);
  if (exit === null || !(error instanceof Error)) throw error;
  log(error.message);
  process.exitCode = exit;
  const seconds = (Date.now() - start) / 1000;
  const report = {
    schema: 1,
    command: 'run',
    exit,
    error: error.message,
    seconds,
    jobs: 0,
    entries: [],
  } as const;
  if (options?.json) process.stdout.write(formatJson({ ...report, entries: [] }));
}
