import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { parse } from 'yaml';
import { readOptions } from '../src/lab/cli/options.ts';
import { siteAddress } from '../src/server/address.ts';
import { repositoryAddress } from '../src/server/repository.ts';
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

test('every action is pinned to a version', () => {
  for (const name of files) {
    const uses = [...readFileSync(join(FOLDER, name), 'utf8').matchAll(/uses: (\S+)/g)];
    assert.ok(uses.length > 0, name);
    for (const [, action = ''] of uses) assert.match(action, /^actions\/[\w-]+@v\d+$/, name);
  }
});

test('what the deployment says of its place is what the build reads', () => {
  const { jobs } = parse(readFileSync(join(FOLDER, 'deploy.yml'), 'utf8'));
  const steps: { env?: Record<string, string>; run?: string }[] = jobs.build.steps;
  const env = steps.find(({ run }) => run === 'npm run build')?.env ?? {};
  assert.deepEqual(Object.keys(env).sort(), ['BASE_PATH', 'CSP_META', 'REPOSITORY_URL', 'SITE_URL']);
  const readme = readFileSync(join(ROOT, 'README.md'), 'utf8');
  for (const name of Object.keys(env)) assert.ok(readme.includes(`\`${name}`), name);
  // As GitHub gives them for the pages of a repository.
  const place = { SITE_URL: 'https://owner.github.io', BASE_PATH: '/name' };
  assert.deepEqual(siteAddress(place), { origin: 'https://owner.github.io', base: '/name/' });
  const REPOSITORY_URL = 'https://github.com/owner/name';
  assert.equal(repositoryAddress({ REPOSITORY_URL }), REPOSITORY_URL);
});
