// `fixrate …` of the package that the site serves: the command line over the files beside it.
import { join } from 'node:path';
import { runCli } from './cli.ts';
import { processIo } from './io.ts';
import { folderKnowledge } from './knowledge/folder.ts';

// Set when the bundle is made.
declare const FIXRATE_VERSION: string;

const open = () => folderKnowledge(join(import.meta.dirname, 'data'));
process.exitCode = await runCli(process.argv.slice(2), { version: FIXRATE_VERSION, open }, processIo());
