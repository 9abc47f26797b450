import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT, runNode } from '../process.ts';
import { writeLinkedContent } from './linked-content.ts';

/** How many tests of a stage passed and failed, and the names of those that failed. */
export interface Count {
  passed: number;
  failed: number;
  failures: string[];
}

/** One thing that `npm test` does. */
export interface Stage {
  name: string;
  run: () => Promise<Count>;
}

const BIN = 'node_modules';
/** Where the tests build the site; `dist` stays as it is. */
const OUTPUT = join(ROOT, 'test-results');
const PLACES = {
  root: { FIXRATE_DIST: join(OUTPUT, 'site'), SITE_URL: '', BASE_PATH: '' },
  base: {
    FIXRATE_DIST: join(OUTPUT, 'site-kb'),
    FIXRATE_CONTENT: join(OUTPUT, 'content-kb'),
    SITE_URL: 'https://kb.example',
    BASE_PATH: '/kb/',
    REPOSITORY_URL: 'https://github.com/example/kb',
  },
};

/** All stages of `npm test`, in the order in which they run. */
export const STAGES: Stage[] = [
  command('format and lint', [`${BIN}/@biomejs/biome/bin/biome`, 'ci', '--error-on-warnings']),
  command('types', [`${BIN}/astro/bin/astro.mjs`, 'check', '--minimumFailingSeverity', 'warning']),
  command('content', ['src/check/main.ts']),
  { name: 'unit tests', run: unitTests },
  command('two builds are the same bytes', ['scripts/test/reproducible.ts']),
  command('build', ['scripts/build.ts'], PLACES.root),
  { name: 'browser tests', run: () => browserTests(PLACES.root, []) },
  { name: 'build under a base path', run: buildUnderBase },
  { name: 'browser tests under a base path', run: () => browserTests(PLACES.base, ['--grep', '@base']) },
];

/** Build content whose links have a past, under a base path. */
async function buildUnderBase(): Promise<Count> {
  await writeLinkedContent(join(ROOT, 'content'), PLACES.base.FIXRATE_CONTENT);
  return command('', ['scripts/build.ts'], PLACES.base).run();
}

/** A stage that is one test: its command ends with 0. */
function command(name: string, args: string[], env: Record<string, string> = {}): Stage {
  return {
    name,
    run: async () => {
      const status = await runNode(args, env);
      return { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, failures: [] };
    },
  };
}

function unitTests(): Promise<Count> {
  return counted('tap', async (file) => {
    const reporters = ['spec', 'stdout', 'tap', file].flatMap((value, index) => [
      index % 2 === 0 ? '--test-reporter' : '--test-reporter-destination',
      value,
    ]);
    // Many wait for programs that they started, so that one file more than there are cores runs well.
    const concurrency = `--test-concurrency=${availableParallelism() + 1}`;
    await runNode(['--test', concurrency, ...reporters, 'src/**/*.test.ts', 'scripts/**/*.test.ts']);
    const tap = readFileSync(file, 'utf8');
    const total = (word: string): number => Number(new RegExp(`^# ${word} (\\d+)$`, 'm').exec(tap)?.[1] ?? 0);
    const failures = [...tap.matchAll(/^ *not ok \d+ - (.*)$/gm)].map(([, name]) => name as string);
    return { passed: total('pass'), failed: total('fail') + total('cancelled'), failures };
  });
}

/** What Playwright's JSON report says of a file or a group of tests. */
interface Suite {
  title: string;
  suites?: Suite[];
  specs?: { title: string; ok: boolean }[];
}

/** Where the failed tests of a suite stand, as Playwright's own list has it. */
function failedIn({ title, suites = [], specs = [] }: Suite, above: string[]): string[] {
  const path = [...above, title];
  const failed = specs.filter(({ ok }) => !ok).map((spec) => [...path, spec.title].join(' › '));
  return [...failed, ...suites.flatMap((suite) => failedIn(suite, path))];
}

function browserTests(place: Record<string, string>, args: string[]): Promise<Count> {
  return counted('json', async (file) => {
    await runNode([`${BIN}/@playwright/test/cli.js`, 'test', ...args], {
      ...place,
      PLAYWRIGHT_JSON_OUTPUT_NAME: file,
    });
    const { stats, errors, suites } = JSON.parse(readFileSync(file, 'utf8')) as {
      stats: { expected: number; unexpected: number; flaky: number };
      errors: { message?: string }[];
      suites: Suite[];
    };
    return {
      passed: stats.expected,
      failed: stats.unexpected + stats.flaky + errors.length,
      failures: [
        ...suites.flatMap((suite) => failedIn(suite, [])),
        ...errors.map(({ message }) => String(message)),
      ],
    };
  });
}

/** Run a stage that writes a report; one that passed nothing has failed, whatever it says. */
async function counted(ending: string, run: (file: string) => Promise<Count>): Promise<Count> {
  const folder = mkdtempSync(join(tmpdir(), 'fixrate-test-'));
  try {
    const count = await run(join(folder, `report.${ending}`));
    return count.passed + count.failed === 0 ? { passed: 0, failed: 1, failures: ['no test ran'] } : count;
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, failures: [String(error)] };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
