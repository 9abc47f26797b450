import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readOptions } from '../src/lab/cli/options.ts';
import { ROOT } from './process.ts';

const FOLDER = join(ROOT, '.github/workflows');
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.yml'));
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));

/** What the variables of the commands stand for. */
const VALUES: Record<string, string> = {
  $WHICH: '--stale 90',
  '"$SHARD"': '2/8',
  '"$BASE"': 'abc123',
  '"$GITHUB_RUN_NUMBER"': '17',
  '${{ matrix.shard }}': '2',
};

function commandsOf(name: string): string[] {
  const { jobs } = parse(readFileSync(join(FOLDER, name), 'utf8'));
  return Object.values<{ steps: { run?: string }[] }>(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run }) => run?.split('\n') ?? []),
  );
}

test('workflows call scripts that the project has', () => {
  const called = files.flatMap(commandsOf).flatMap((line) => {
    const name = /npm run (?:--silent |-s )?([a-z:]+)/.exec(line)?.[1];
    return name === undefined ? [] : [name];
  });
  assert.ok(called.includes('lab') && called.includes('check'));
  for (const name of called) assert.ok(name in scripts, `npm run ${name}`);
});

test('the options that they give the lab are options of the lab', () => {
  const lines = ['measure.yml', 'verify.yml'].flatMap(commandsOf).filter((line) => line.includes(' lab -- '));
  assert.ok(lines.length >= 3);
  for (const line of lines) {
    const filled = Object.entries(VALUES).reduce((text, [from, to]) => text.replaceAll(from, to), line);
    const words = (/ lab -- (.*?)(?: >|$)/.exec(filled)?.[1] ?? '').split(' ');
    const options = readOptions(words);
    assert.deepEqual(options.ids, [], line);
    assert.equal(options.shard?.index, 2, line);
  }
});
