// `fixrate …` of the package that the site serves: the command line over the files beside it.
import { fileURLToPath } from 'node:url';
import { runCli } from './cli.ts';
import { processIo } from './io.ts';
import { folderKnowledge } from './knowledge/folder.ts';

// Set when the bundle is made.
declare const FIXRATE_VERSION: string;

const open = () => folderKnowledge(fileURLToPath(new URL('data', import.meta.url)));
process.exitCode = await runCli(process.argv.slice(2), { version: FIXRATE_VERSION, open }, processIo());
