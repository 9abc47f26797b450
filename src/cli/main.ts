// `npm run -s fixrate -- …`: the command line over the content of the project.
import { readFileSync } from 'node:fs';
import { runCli } from './cli.ts';
import { processIo } from './io.ts';
import { contentKnowledge } from './knowledge/content.ts';

const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
  version: string;
};
process.exitCode = await runCli(process.argv.slice(2), { version, open: contentKnowledge }, processIo());
