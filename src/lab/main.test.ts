import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { TINY_FACTS } from './fixtures/tiny-facts.ts';

const folder = mkdtempSync(join(tmpdir(), 'fixrate-content-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const entry = join(folder, 'errors/tiny/entry');
mkdirSync(entry, { recursive: true });
writeFileSync(join(entry, 'entry.yaml'), TINY_FACTS);

/** Run the lab on the tiny content and return how it ended and what it said. */
function lab(args: string[], text: string, env: NodeJS.ProcessEnv = process.env) {
  writeFileSync(join(entry, 'lab.yaml'), text);
  const script = join(import.meta.dirname, 'main.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, '--content', folder, ...args], {
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

const GOOD = `environments: [{ id: here, debian: trixie }]
run: 'true'
check: 'true'
causes: { broken: {} }
`;

test('help says how to call it and what the exit status means', () => {
  const { status, stdout } = lab(['--help'], GOOD);
  assert.equal(status, 0);
  assert.match(stdout, /npm run lab -- \[options\] \[id \.\.\.\]/);
  for (const code of [0, 1, 2, 130]) assert.match(stdout, new RegExp(`^ {2}${code} {2,4}\\S`, 'm'));
});

test('what is wrong in the content ends it with 1 and says where', () => {
  const { status, stderr } = lab([], GOOD.replace('check:', 'chek:'));
  assert.equal(status, 1);
  assert.match(stderr, /lab\.yaml:3:1 {2}chek is not a known key\n {2}→ did you mean check\?/);
});

test('what is wrong on the command line ends it with 1 and names the help', () => {
  const { status, stderr } = lab(['--environments'], GOOD);
  assert.equal(status, 1);
  assert.match(stderr, /Unknown option '--environments'.*--help/s);
  assert.match(lab(['--jobs', 'many'], GOOD).stderr, /--jobs many: give a whole number/);
});

test('a report as JSON is all of standard output, also where nothing ran', () => {
  const { status, stdout } = lab(['--json'], GOOD.replace('check:', 'chek:'));
  const report = JSON.parse(stdout);
  assert.deepEqual([status, report.exit, report.entries], [1, 1, []]);
  assert.match(report.error, /chek is not a known key/);
});

test('a part without entries has nothing to do', () => {
  const { status, stderr } = lab(['--shard', '2/2', '--provision'], GOOD);
  assert.equal(status, 0);
  assert.match(stderr, /0 of 1 entries/);
});

test('a machine without what sandboxes take ends it with 2 and says what to install', () => {
  const cache = join(folder, 'cache');
  const { status, stderr } = lab([], GOOD, { PATH: folder, HOME: folder, FIXRATE_LAB_CACHE: cache });
  assert.equal(status, 2);
  assert.match(stderr, /The lab needs .+: (install .+|run it .+)\n$/);
});
