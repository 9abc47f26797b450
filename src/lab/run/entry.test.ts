import assert from 'node:assert/strict';
import { test } from 'node:test';
import { expandResults, formatResults } from '../../entry/results-file.ts';
import type { LabResults } from '../../entry/schema/results.ts';
import { causeOf, outcomesOf, runTiny, tinyEntry } from '../fixtures/lab.ts';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';
import { formatMatrix } from '../report/matrix.ts';
import { assembleResults } from '../results/assemble.ts';

const machine = await hostMachine();
const bwrap = await sandboxOrRefusal(machine);

const RUN = "run: 'if [ -e mended ]; then echo fine; else echo boom: disk is broken; exit 1; fi'";

/** Cases of a host without sandboxes have been judged by `sandboxOrRefusal`. */
function onSandbox(name: string, body: (bwrap: string) => Promise<void>): void {
  test(name, async () => {
    if (bwrap !== null) await body(bwrap);
  });
}

function remedy(steps: string, more = ''): string {
  return `{ side: dead-end, steps: ${steps}${more} }`;
}

onSandbox(
  'a cause is reproduced when its signature is printed and check fails, and not otherwise',
  async (program) => {
    const entry = tinyEntry(
      `
causes: { shows: {}, silent: {}, check-holds: {}, elsewhere: {} }
remedies: { none: ${remedy("[{ id: nothing, run: 'true' }]")} }`,
      `
${RUN}
causes:
  shows: {}
  silent: { run: 'echo all is quiet; exit 3' }
  check-holds: { check: 'true' }
  elsewhere: { services: { noise: { run: 'while :; do echo boom: net is broken; sleep 0.02; done' } }, run: 'sleep 0.2; exit 1' }`,
    );
    const run = await runTiny(entry, machine, program);
    const shows = causeOf(run, 'shows');
    assert.equal(shows.outcome, 'reproduced');
    assert.equal(shows.signature, 'boom: {what} is broken');
    assert.deepEqual(shows.captures, { what: 'disk' });
    assert.equal(shows.exit, 1);
    assert.equal(shows.excerpt, 'boom: disk is broken');
    assert.deepEqual(outcomesOf(run, 'shows', 'none'), ['not-fixed', 'not-fixed']);
    assert.equal(causeOf(run, 'silent').outcome, 'not-reproduced');
    assert.equal(causeOf(run, 'silent').excerpt, 'all is quiet');
    assert.equal(causeOf(run, 'check-holds').outcome, 'not-reproduced');
    assert.equal(causeOf(run, 'elsewhere').outcome, 'not-reproduced', 'a background program printed it');
  },
);

onSandbox('every outcome of a remedy is told from the others', async (program) => {
  const entry = tinyEntry(
    `
causes: { broken: {} }
remedies:
  mends: ${remedy("[{ id: mend, run: 'touch mended' }]")}
  comes-back: ${remedy("[{ id: mend, run: 'touch mended once' }]")}
  does-nothing: ${remedy("[{ id: look, run: 'false', look: true }, { id: nothing, run: 'true' }]")}
  other-error: ${remedy("[{ id: break, run: 'touch other' }]")}
  destroys: ${remedy("[{ id: destroy, run: 'rm data; touch mended' }]")}
  stops-early: ${remedy("[{ id: fail, run: 'exit 7' }, { id: mend, run: 'touch mended' }]")}
  newer: ${remedy("[{ id: mend, run: 'touch mended' }]", ", since: { node: '99' }")}
  told: ${remedy('[{ id: read, manual: true }]')}`,
    `
files: { data: precious }
run: 'if [ -e other ]; then echo another message; exit 2; fi; if [ -e mended ]; then echo fine; else echo boom: disk is broken; exit 1; fi'
harm: 'grep -qs precious data || { echo the data is gone; exit 1; }'
again: 'if [ -e once ]; then rm mended; fi'
causes: { broken: {} }`,
  );
  const run = await runTiny(entry, machine, program);
  assert.deepEqual(run.troubles, []);
  const both = (outcome: string): string[] => [outcome, outcome];
  assert.deepEqual(outcomesOf(run, 'broken', 'mends'), both('fixed'));
  assert.deepEqual(outcomesOf(run, 'broken', 'comes-back'), both('relapsed'));
  assert.deepEqual(outcomesOf(run, 'broken', 'does-nothing'), both('not-fixed'));
  assert.deepEqual(outcomesOf(run, 'broken', 'other-error'), both('new-error'));
  assert.deepEqual(outcomesOf(run, 'broken', 'destroys'), both('harmful'));
  assert.deepEqual(outcomesOf(run, 'broken', 'newer'), ['not-applicable']);
  assert.deepEqual(outcomesOf(run, 'broken', 'told'), [], 'prose is never counted as run');
  const { remedies } = causeOf(run, 'broken');
  assert.match(remedies['destroys']?.trials[0]?.excerpt ?? '', /^the data is gone$/m);
  assert.deepEqual(remedies['stops-early']?.trials[0]?.steps, [{ id: 'fail', exit: 7 }]);
  assert.deepEqual(
    remedies['does-nothing']?.trials[0]?.steps.map(({ exit }) => exit),
    [1, 0],
  );
});

onSandbox('a remedy that hangs is a time-out, and shows how far it came', async (program) => {
  const entry = tinyEntry(
    `
causes: { broken: {} }
remedies: { hangs: ${remedy("[{ id: look, run: 'true' }, { id: wait, run: 'sleep 1000' }]")} }`,
    `
limits: { time: 8 }
run: 'echo boom: disk is broken; exit 1'
causes: { broken: {} }`,
  );
  const run = await runTiny(entry, machine, program);
  assert.deepEqual(outcomesOf(run, 'broken', 'hangs'), ['timeout', 'timeout']);
  assert.deepEqual(causeOf(run, 'broken').remedies['hangs']?.trials[0]?.steps, [
    { id: 'look', exit: 0 },
    { id: 'wait', exit: null },
  ]);
});

onSandbox(
  'a program that serves is told from one that ends, and a port that another holds is not its own',
  async (program) => {
    const entry = tinyEntry(
      `
signatures: ['Error: listen EADDRINUSE: address already in use {what}']
causes: { held: {} }
remedies:
  stop-it: ${remedy('[{ id: stop, run: "kill $(cat holder.pid)" }, { id: wait, run: "sleep 0.2" }]')}
  other-port: ${remedy("[{ id: set, env: { PORT: '4711' } }]")}
  run-differently: ${remedy("[{ id: run, rerun: 'PORT=4711 node server.js' }]")}`,
      `
files:
  server.js: |
    require('http').createServer((q, r) => r.end('mine')).listen(process.env.PORT || 4710, '127.0.0.1')
  holder.js: |
    require('http').createServer((q, r) => r.end('theirs')).listen(4710, '127.0.0.1')
  ask.js: |
    require('http').get({ port: process.argv[2], host: '127.0.0.1' }, (r) => r.on('data', (d) => process.exit(String(d) === 'mine' ? 0 : 1))).on('error', () => process.exit(1))
services: { holder: { run: 'echo $$ > holder.pid; exec node holder.js', ready: { port: 4710 } } }
run: { serve: node server.js, ready: { port: 4710 } }
check: node ask.js 4710
causes: { held: {} }
remedies:
  other-port: { check: node ask.js 4711, ready: { port: 4711 } }
  run-differently: { check: node ask.js 4711, ready: { port: 4711 } }`,
    );
    const run = await runTiny(entry, machine, program);
    assert.deepEqual(run.troubles, []);
    assert.equal(causeOf(run, 'held').outcome, 'reproduced');
    assert.deepEqual(causeOf(run, 'held').captures, { what: '127.0.0.1:4710' });
    for (const id of ['stop-it', 'other-port', 'run-differently']) {
      assert.deepEqual(outcomesOf(run, 'held', id), ['fixed', 'fixed'], id);
    }
  },
);

onSandbox(
  'steps share one shell, change files and services, and their variables reach what follows',
  async (program) => {
    const entry = tinyEntry(
      `
causes: { broken: {} }
remedies:
  session: ${remedy("[{ id: go, run: 'mkdir sub; cd sub; part=men' }, { id: use, run: 'touch ../${part}ded' }]")}
  write: ${remedy('[{ id: write, write: { path: deep/mended.txt, text: "yes {what}\\n" } }, { id: copy, run: "grep -x \'yes disk\' deep/mended.txt && touch mended" }]')}
  replace: ${remedy("[{ id: edit, replace: { path: setting, from: 'a=$1', to: 'a=$&' } }, { id: see, run: \"grep -Fx 'a=$&' setting && touch mended\" }]")}
  replace-nothing: ${remedy("[{ id: edit, replace: { path: setting, from: absent, to: x } }, { id: never, run: 'touch mended' }]")}
  service: ${remedy("[{ id: set, env: { MODE: good } }, { id: serve, serve: 'echo $MODE > mode; exec sleep 100', instead: helper }, { id: see, run: 'sleep 0.2; grep -qx good mode && touch mended' }]")}`,
      `
values: { what: disk }
files: { setting: "a=$1\\n" }
services: { helper: { run: 'echo bad > mode; exec sleep 100', ready: { file: mode } } }
${RUN}
causes: { broken: {} }`,
    );
    const run = await runTiny(entry, machine, program);
    assert.deepEqual(run.troubles, []);
    for (const id of ['session', 'write', 'replace', 'service']) {
      assert.deepEqual(outcomesOf(run, 'broken', id), ['fixed', 'fixed'], id);
    }
    assert.deepEqual(outcomesOf(run, 'broken', 'replace-nothing'), ['not-fixed', 'not-fixed']);
  },
);

onSandbox(
  'tells are tried in page order; one that names another cause, or ends the error, is shown to do so',
  async (program) => {
    const entry = tinyEntry(
      `
causes:
  first: { tell: { run: cat kind, expect: '^(one|two)$' } }
  second: { tell: { run: cat kind, expect: '^two$' } }
  third: { tell: { run: 'touch mended; cat kind', expect: '^three$' } }
remedies: { none: ${remedy("[{ id: nothing, run: 'true' }]")} }`,
      `
${RUN}
causes:
  first: { files: { kind: one } }
  second: { files: { kind: two } }
  third: { files: { kind: three } }`,
    );
    const run = await runTiny(entry, machine, program);
    assert.equal(causeOf(run, 'first').tell?.names, 'first');
    assert.equal(causeOf(run, 'second').tell?.names, 'first', 'the wrong cause');
    assert.equal(causeOf(run, 'third').tell?.names, 'third');
    assert.equal(causeOf(run, 'third').tell?.stillShown, false);
    assert.deepEqual(
      causeOf(run, 'second').tell?.tried.map(({ holds }) => holds),
      [true, true, false],
    );
  },
);

onSandbox(
  'a cause that versions do not have is not applicable, and a wrong scenario is told',
  async (program) => {
    const entry = tinyEntry(
      `
causes: { gone: {}, no-service: {}, harmed: {}, no-setup: {} }
remedies: { none: ${remedy("[{ id: nothing, run: 'true' }]")} }`,
      `
${RUN}
causes:
  gone: { unless: { node: '>=18' } }
  no-service: { services: { dies: { run: 'echo no such thing; exit 4', ready: { port: 4712 } } } }
  harmed: { harm: 'false' }
  no-setup: { setup: 'echo cannot; exit 5' }`,
    );
    const run = await runTiny(entry, machine, program);
    assert.equal(causeOf(run, 'gone').outcome, 'not-applicable');
    const told = run.troubles.join('\n');
    assert.match(told, /no-service: service dies does not start: exit 4\nno such thing/);
    assert.match(told, /harmed: harm ends with 1 before any remedy/);
    assert.match(told, /no-setup: setup ended with 5:\ncannot/);
  },
);

onSandbox('a second run gives the same bytes', async (program) => {
  const entry = tinyEntry(
    `
causes: { broken: { tell: { run: 'echo $$; date; ls /proc/self/fd | wc -l', expect: '.' } } }
remedies:
  mends: ${remedy("[{ id: mend, run: 'touch mended' }]")}
  nothing: ${remedy("[{ id: nothing, run: 'true' }]")}`,
    `
run: '[ -e mended ] || { echo "$(date +%FT%T) [$$]: boom: disk is broken after 0.$RANDOM s"; exit 1; }'
causes: { broken: {} }`,
  );
  const write = async (date: string): Promise<string> => {
    const run = await runTiny(entry, machine, program);
    return formatResults(assembleResults(entry.id, entry.facts, entry.lab, run.results, null, date));
  };
  const first = await write('2026-01-01');
  assert.equal(await write('2026-01-01'), first);
  assert.match(first, /<time> \[<pid>\]: boom: disk is broken after <duration>/);
  assert.match(formatMatrix(expandResults(JSON.parse(first)) as LabResults), /broken {2}FF {4}-- {5}tell ok/);
});
