import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';

const folder = mkdtempSync(join(tmpdir(), 'fixrate-content-'));
after(() => rmSync(folder, { recursive: true, force: true }));
const entry = join(folder, 'errors/tiny/entry');
mkdirSync(entry, { recursive: true });
writeFileSync(
  join(entry, 'entry.yaml'),
  `signatures: [boom]
category: resource_conflict
tool: tiny
scope: generic
aiGenerated: false
versions: [{ product: Tiny, range: '1+', status: active }]
causes: { broken: {} }
remedies: { mend: { side: dead-end, steps: [{ id: a, run: 'true' }] } }
`,
);

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
  assert.match(stdout, /Exit status: 0 .*; 1 .*; 2 /);
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

test('a machine without what sandboxes take ends it with 2 and says what to install', () => {
  const cache = join(folder, 'cache');
  const { status, stderr } = lab([], GOOD, { PATH: folder, HOME: folder, FIXRATE_LAB_CACHE: cache });
  assert.equal(status, 2);
  assert.match(stderr, /The lab needs .+: (install .+|run it .+)\n$/);
});
