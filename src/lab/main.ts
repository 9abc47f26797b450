// Runs the trials of entries: `npm run lab`.
import { HELP } from './cli/help.ts';
import { log } from './cli/log.ts';
import { readOptions } from './cli/options.ts';
import { provisionEntries } from './commands/provide.ts';
import { runEntries } from './commands/run.ts';
import { runInDocker } from './docker/run.ts';
import { CannotRunHere, ContentTrouble } from './errors.ts';
import { readEntries } from './read.ts';
import { closeAllSandboxes, isStopping } from './sandbox/sandbox.ts';

async function main(args: readonly string[]): Promise<number> {
  const options = readOptions(args);
  if (options.help) {
    process.stdout.write(HELP);
    return 0;
  }
  if (options.docker) return runInDocker(args, options.content);
  const entries = readEntries(options.content, options.ids, options.filters);
  if (options.provision) {
    await provisionEntries(entries, options);
    return 0;
  }
  return (await runEntries(entries, options)) === 0 ? 0 : 1;
}

for (const [signal, number] of [
  ['SIGINT', 2],
  ['SIGTERM', 15],
] as const) {
  process.once(signal, async () => {
    log(`${signal}: ending all trials; the next run goes on from here`);
    await closeAllSandboxes();
    process.exit(128 + number);
  });
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  // The lab was told to stop: the handler of the signal ends it.
  if (isStopping()) await new Promise(() => {});
  if (!(error instanceof CannotRunHere || error instanceof ContentTrouble)) throw error;
  log(error.message);
  process.exitCode = error instanceof CannotRunHere ? 2 : 1;
}
