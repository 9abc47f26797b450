// Records that translations follow their English texts: `npm run translated`.
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { contentRoot, shownPath } from '../entry/load/files.ts';
import { nearest } from '../entry/problems/nearest.ts';
import { recordEnglish } from './record.ts';
import { listTranslations } from './texts.ts';

const HELP = `npm run translated -- [<id> | guide/<page>]... [--all]

Each translation keeps, under "english" in its front matter, the digest of the English text that it follows.
Run this once a translation is in step again, for the texts named; pages say so until then.
Without names it lists the translations that are older than their English text, or do not say which one they follow.

  --all     records every translation
  --help    shows this`;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { all: { type: 'boolean', default: false }, help: { type: 'boolean', default: false } },
});

if (values.help) console.log(HELP);
else run();

function run(): void {
  const all = listTranslations(contentRoot());
  const names = all.map(({ name }) => name);
  const unknown = positionals.filter((name) => !names.includes(name));
  for (const name of unknown) {
    const guess = nearest(name, names);
    console.error(`There is no translation of "${name}"${guess === null ? '.' : `; did you mean ${guess}?`}`);
  }
  if (unknown.length > 0) process.exitCode = 1;
  else if (positionals.length === 0 && !values.all) list(all);
  else record(all.filter(({ name }) => values.all || positionals.includes(name)));
}

function list(all: ReturnType<typeof listTranslations>): void {
  const behind = all.filter(({ step }) => step !== 'in-step');
  const said = { stale: 'older than its English', unrecorded: 'does not say which English it follows' };
  for (const { name, step } of behind) if (step !== 'in-step') console.log(`${name}  ${said[step]}`);
  console.log(`${all.length - behind.length} of ${all.length} translations are in step`);
}

function record(chosen: ReturnType<typeof listTranslations>): void {
  for (const { path, translated, english } of chosen) {
    const text = recordEnglish(translated, english);
    if (text === translated) continue;
    writeFileSync(path, text);
    console.log(`recorded ${shownPath(path)}`);
  }
}
