import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { causeOf, runTiny, type TinyRun, tinyEntry } from '../fixtures/lab.ts';
import { hostMachine, sandboxOrRefusal } from '../fixtures/machine.ts';
import { isHostRoot } from '../sandbox/namespace.ts';

const machine = await hostMachine();
const bwrap = await sandboxOrRefusal(machine);
const NONE = "remedies: { none: { side: dead-end, steps: [{ id: nothing, run: 'true' }] } }";

/** Run causes of a scenario, without remedies unless given; where a host has no sandboxes there is nothing to see. */
function onSandbox(name: string, lab: string, see: (run: TinyRun) => void, facts = NONE): void {
  test(name, async () => {
    if (bwrap === null) return;
    const ids = [...(lab.split('\ncauses:\n')[1] ?? '').matchAll(/^ {2}([a-z0-9-]+):/gm)].map(([, id]) => id);
    const causes = `causes: { ${ids.map((id) => `${id}: {}`).join(', ')} }`;
    see(await runTiny(tinyEntry(`${causes}\n${facts}`, `limits: { time: 60 }\n${lab}`), machine, bwrap));
  });
}

/** What a cause printed, once it is seen to be reproduced. */
function printed(run: TinyRun, cause: string): string {
  const result = causeOf(run, cause);
  assert.equal(result.outcome, 'reproduced', `${cause}: ${result.excerpt}`);
  return result.excerpt;
}

onSandbox(
  'standard input and a terminal are those that the scenario gives',
  `
run: 'read -r line; [ -t 0 ] && [ -t 1 ] && on=terminal; echo "boom: \${on:-pipe} \${line:-nothing} $TERM is broken"; [ -t 1 ] && stty size; exit 3'
causes:
  neither: {}
  input: { values: { word: some }, stdin: "{word} text\\n" }
  terminal: { terminal: true, stdin: "typed\\n" }
  narrow: { terminal: { columns: 40, rows: 5 } }
  coloured: { run: 'printf "\\033[31mboom:\\033[0m red is \\033[1mbroken\\033[0m\\n"; exit 1' }
  served: { terminal: true, run: { serve: '[ -t 1 ] && echo boom: tty is broken; sleep 100' } }`,
  (run) => {
    assert.equal(printed(run, 'neither'), 'boom: pipe nothing dumb is broken');
    assert.equal(printed(run, 'input'), 'boom: pipe some text dumb is broken');
    assert.match(printed(run, 'terminal'), /^boom: terminal typed xterm-256color is broken\n24 80$/m);
    assert.match(printed(run, 'narrow'), /^boom: terminal .* is broken\n5 40$/m);
    assert.equal(printed(run, 'coloured'), 'boom: red is broken');
    printed(run, 'served');
    assert.deepEqual(
      ['neither', 'terminal', 'served'].map((id) => causeOf(run, id).exit),
      [3, 3, null],
    );
  },
);

onSandbox(
  'what a service prints counts by its name, only while the program runs',
  `
services:
  quiet: { run: 'while [ ! -e asked ]; do sleep 0.02; done; echo boom: service is broken; sleep 100' }
  file: { run: 'echo boom: early is broken; touch up; sleep 100', log: file.log, ready: { file: up } }
run: 'touch asked; sleep 0.3; exit 1'
causes:
  by-name: { reads: [quiet] }
  own-file: { reads: [file], provoke: 'sleep 0.2' }`,
  (run) => {
    assert.equal(printed(run, 'by-name'), 'boom: service is broken');
    assert.equal(causeOf(run, 'own-file').outcome, 'not-reproduced', 'printed before');
  },
);

onSandbox(
  'a small disk is really full, by size and by files, and nothing else is',
  `
run: 'cp /bin/true data/a; for i in $(seq 40); do : > data/$i || break; done; echo x > elsewhere; exec 2>&1; dd if=/dev/zero of=data/big bs=1024 count=2000 || { echo "boom: disk is broken"; exit 1; }'
causes:
  size: { disks: { data: { size: 1 } } }
  inodes: { disks: { data: { size: 8, inodes: 20 } } }`,
  (run) => {
    for (const id of ['size', 'inodes']) assert.match(printed(run, id), /No space left on device/);
  },
);

onSandbox(
  'limits on memory, processes and open files end the program, not the trial',
  `
files:
  eat.js: 'const all = []; setInterval(() => { for (let i = 0; i < 20; i++) all.push(Buffer.alloc(1 << 20, 1)); }, 1)'
  open.js: "const fs = require('fs'); try { for (;;) fs.openSync('open.js') } catch (e) { console.log('boom: ' + e.code + ' is broken'); process.exit(1) }"
run: 'true'
causes:
  memory: { limits: { memory: 150 }, run: 'node eat.js; echo "boom: exit $? is broken"; exit 1' }
  files: { limits: { openFiles: 64 }, run: 'node open.js' }
  processes: { limits: { processes: 12 }, run: 'for i in $(seq 40); do sleep 3 & done 2>&1 | grep -m1 fork && echo boom: fork is broken; exit 1' }`,
  (run) => {
    // Without a control group nobody but the lab watches the memory, and it ends the whole sandbox.
    if (run.troubles.length > 0)
      assert.match(run.troubles.join('\n'), /memory: .* took more memory than limits/);
    else assert.match(printed(run, 'memory'), /boom: exit 137 is broken/);
    assert.match(printed(run, 'files'), /boom: EMFILE is broken/);
    if (isHostRoot()) assert.match(printed(run, 'processes'), /boom: fork is broken/);
  },
);

onSandbox(
  'names, addresses and further users are those of the machine',
  `
run: 'echo "boom: $(getent hosts db.internal | cut -d" " -f1) is broken"; exit 1'
hosts: { db.internal: 127.0.0.2 }
causes:
  name: {}
  other-name: { hosts: { db.internal: 127.0.0.3 } }
  address: { addresses: [192.0.2.7], run: 'node -e "require(\\"net\\").createServer().listen(4720, \\"192.0.2.7\\", () => { console.log(\\"boom: bound is broken\\"); process.exit(1) })"' }
  users:
    users: [alice]
    files: { /home/alice/note: hers }
    services: { hers: { run: 'cp note private; chmod 600 private; id -un; id -u; pwd; echo $HOME', user: alice, ready: { file: /home/alice/private } } }
    run: 'cat /home/alice/private && exit 0; echo boom: $(stat -c %U /home/alice/note) is broken; exit 1'
  as-other: { users: [bob], user: bob, run: 'touch ~/mine; echo "boom: $(id -un) $(stat -c %U ~/mine) is broken"; exit 1' }
  nobody-there: { services: { x: { run: 'true', user: carol } } }`,
  (run) => {
    assert.equal(printed(run, 'name'), 'boom: 127.0.0.2 is broken');
    assert.equal(printed(run, 'other-name'), 'boom: 127.0.0.3 is broken');
    if (!isHostRoot()) {
      assert.match(run.troubles.join('\n'), /needs addresses/);
      assert.match(run.troubles.join('\n'), /needs user.*run the lab with sudo/);
      return;
    }
    assert.equal(printed(run, 'address'), 'boom: bound is broken');
    assert.match(printed(run, 'users'), /Permission denied\nboom: alice is broken$/);
    assert.equal(printed(run, 'as-other'), 'boom: bob bob is broken');
    assert.match(run.troubles.join('\n'), /nobody-there: there is no user carol: list it under users/);
  },
);

onSandbox(
  'a firewall of the sandbox is its own, or its refusal says what failed',
  `
firewall: ['iptables -A OUTPUT -p tcp --dport {port} -j REJECT --reject-with tcp-reset']
values: { port: 4721 }
services: { server: { run: "exec node -e 'require(\\"net\\").createServer().listen(4721)'", ready: { port: 4721 } } }
run: "node -e 'require(\\"net\\").connect(4721, \\"127.0.0.1\\", () => process.exit()).on(\\"error\\", (e) => { console.log(\\"boom: \\" + e.code + \\" is broken\\"); process.exit(1) })'"
causes:
  rejected: {}`,
  (run) => {
    const told = run.troubles.join('\n');
    if (run.results.causes['rejected']) assert.match(printed(run, 'rejected'), /ECONNREFUSED/);
    else assert.match(told, /firewall: iptables -A OUTPUT .* ended with \d+:\n.|needs firewall/);
  },
);

onSandbox(
  'a shifted clock is seen by all but setup, or its refusal names the package',
  `
setup: date +%Y > made
run: 'read -r year < made; echo "boom: $(( $(date +%Y) - year )) years is broken"; exit 1'
causes:
  later: { clock: '+1500d' }
  date: { clock: '2020-02-29 12:00' }
  real: {}`,
  (run) => {
    assert.equal(printed(run, 'real'), 'boom: 0 years is broken');
    if (run.troubles.length > 0) assert.match(run.troubles.join('\n'), /clock needs the package libfaketime/);
    else assert.match(printed(run, 'later'), /boom: [45] years/);
  },
);

onSandbox(
  'a locale reaches every program',
  `
run: 'echo "boom: $LANG \${LANGUAGE:-none} is broken"; exit 1'
causes:
  usual: {}
  chinese: { locale: zh_CN.UTF-8 }
  plain: { locale: C }`,
  (run) => {
    assert.equal(printed(run, 'usual'), 'boom: C.UTF-8 none is broken');
    assert.match(printed(run, 'chinese'), /boom: zh_CN.UTF-8 zh_CN:zh is broken/);
    assert.equal(printed(run, 'plain'), 'boom: C none is broken');
  },
);

test('the console of a page in jsdom is the output', async () => {
  if (bwrap === null) return;
  const modules = join(import.meta.dirname, '../../../node_modules');
  assert.ok(existsSync(join(modules, 'jsdom')));
  const page = `
limits: { time: 400 }
files:
  throws.html: '<p>boom: text is broken</p><script>console.log("first"); setTimeout(() => { window.thing.x }, 5)</script>'
  rejects.js: 'Promise.reject(new Error("boom: promise is broken"))'
  logs.html: '<script src=logs.js></script>'
  logs.js: 'console.warn("boom: %s is broken", "format")'
run: { page: throws.html }
causes:
  throws: {}
  rejects: { run: { page: rejects.js } }
  logs: { run: { page: logs.html, settle: 0.2 } }`;
  const facts = `
signatures: ['boom: {what} is broken', "TypeError: Cannot read properties of undefined (reading '{what}')"]
causes: { throws: {}, rejects: {}, logs: {} }
${NONE}`;
  const withJsdom = {
    ...machine,
    mounts: [...machine.mounts, { source: modules, target: '/opt/lab/npm/node_modules' }],
    versions: { ...machine.versions, jsdom: '0' },
  };
  const run = await runTiny(tinyEntry(facts, page), withJsdom, bwrap);
  assert.deepEqual(run.troubles, []);
  assert.match(causeOf(run, 'throws').excerpt, /^first\nUncaught TypeError: Cannot read properties/);
  assert.deepEqual(causeOf(run, 'throws').captures, { what: 'x' });
  assert.match(printed(run, 'rejects'), /^Uncaught \(in promise\) Error: boom: promise is broken/);
  assert.match(printed(run, 'logs'), /^boom: format is broken/);
  assert.deepEqual(
    ['throws', 'rejects', 'logs'].map((id) => causeOf(run, id).exit),
    [1, 1, 0],
  );
});
