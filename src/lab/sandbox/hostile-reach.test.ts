// What a hostile scenario can reach from within a sandbox: nothing of the host, of the lab, or of others.
import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { networkInterfaces } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { Attacker, countOnHost, type User } from '../fixtures/attack.ts';

import { isHostRoot } from './namespace.ts';
import type { Sandbox } from './sandbox.ts';

process.env['FIXRATE_TEST_SECRET'] = 'of-the-host';
const attacker = await Attacker.prepare();
/** Where ids can be mapped, an attacker may be root of the sandbox too. */
const USERS: User[] = isHostRoot() ? ['lab', 'root'] : ['lab'];
const ABSTRACT = `\0fixrate-hostile-${process.pid}`;

let sandboxes: Partial<Record<User, Sandbox>> = {};
let secret = '';
let shared = '';
let victim: ChildProcess;
let visits = 0;
const servers: Server[] = [];

before(async () => {
  if (attacker === null) return;
  secret = join(attacker.folder, 'secret');
  writeFileSync(secret, 'of-the-host');
  shared = join(attacker.folder, 'shared');
  mkdirSync(shared);
  writeFileSync(join(shared, 'file'), 'as it was');
  // Open to everyone, so that nothing but the mount itself protects it.
  chmodSync(shared, 0o777);
  chmodSync(join(shared, 'file'), 0o666);
  attacker.machine.mounts.push({ source: shared, target: '/opt/lab/shared' });
  victim = spawn('sleep', ['4717471']);
  for (const user of USERS) sandboxes[user] = await attacker.open();
});

after(async () => {
  for (const sandbox of Object.values(sandboxes)) await sandbox.close();
  sandboxes = {};
  victim?.kill('SIGKILL');
  for (const server of servers) server.close();
});

/** Try something as each user of a sandbox, and hold what was printed against what it should be. */
function attempt(name: string, command: () => string, wanted: string | RegExp): void {
  test(name, async () => {
    if (attacker === null) return;
    for (const user of USERS) {
      const sandbox = sandboxes[user];
      assert.ok(sandbox);
      const { output } = await attacker.run(sandbox, user, command());
      if (typeof wanted === 'string') assert.equal(output, wanted, `as ${user}`);
      else assert.match(output, wanted, `as ${user}`);
    }
  });
}

/** Try each command and print those that succeed. */
function none(...commands: string[]): () => string {
  const tries = commands.map(
    (command) => `(${command}) >/dev/null 2>&1 </dev/null && echo ${JSON.stringify(`did: ${command}`)}`,
  );
  return () => `${tries.join('\n')}\ntrue`;
}

attempt(
  'the variables of the lab stand in no process of the sandbox',
  () => 'cat /proc/[0-9]*/environ 2>/dev/null | tr "\\0" "\\n" | grep -c "FIXRATE_[T]EST_SECRET"',
  '0\n',
);

attempt(
  "the host's files and homes are not there",
  () =>
    `cat ${secret} 2>&1 | grep -o 'No such file'; ls -A /home; ls -A /root 2>/dev/null; cat /etc/shadow 2>/dev/null`,
  'No such file\nlab\n',
);

attempt(
  "the host's processes are not seen, traced or ended",
  () =>
    `cat /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -c '471[7]471'
for p in ${victim.pid} ${process.pid}; do kill -9 $p 2>&1 | grep -o 'No such process'; head -c1 /proc/$p/mem 2>&1 | grep -o 'No such file'; done`,
  '0\nNo such process\nNo such file\nNo such process\nNo such file\n',
);

test('the process on the host that was aimed at lives', () => {
  if (attacker !== null) assert.ok(countOnHost('sleep 4717471') >= 1);
});

test('no address but the sandbox’s own answers: loopback, network, named and unnamed sockets of the host', async () => {
  if (attacker === null) return;
  const listen = async (where: object): Promise<number> => {
    const server = createServer((socket) => {
      visits++;
      socket.end('of-the-host');
    });
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(where, resolve));
    const address = server.address();
    return typeof address === 'object' && address !== null ? address.port : 0;
  };
  const port = await listen({ port: 0, host: '0.0.0.0' });
  const path = join(attacker.folder, 'socket');
  await listen({ path, writableAll: true });
  await listen({ path: ABSTRACT });
  const own = Object.values(networkInterfaces()).flatMap((all) => all ?? []);
  const hosts = ['127.0.0.1', '192.0.2.1', '169.254.169.254', ...own.map(({ address }) => address)];
  const targets = [...hosts.map((host) => ({ host, port })), { path }, { path: ABSTRACT }];
  const script = `for (const target of ${JSON.stringify(targets)}) {
  const socket = require('net').connect({ ...target, timeout: 3000 });
  socket.on('data', (data) => console.log('GOT', JSON.stringify(target), String(data)));
  socket.on('error', () => console.log('refused')).on('timeout', () => { console.log('silent'); socket.destroy(); });
}`;
  for (const user of USERS) {
    const sandbox = sandboxes[user];
    assert.ok(sandbox);
    await sandbox.write('/tmp/connect.js', script);
    const { output } = await attacker.run(sandbox, user, 'node /tmp/connect.js; getent hosts example.org');
    assert.equal(output, 'refused\n'.repeat(targets.length), `as ${user}`);
  }
  assert.equal(visits, 0);
});

attempt(
  'what the kernel shares between host and sandbox cannot be written',
  () => `for f in kernel/core_pattern kernel/modprobe kernel/sysrq kernel/panic fs/file-max vm/overcommit_memory user/max_user_namespaces kernel/yama/ptrace_scope; do
  value=$(cat /proc/sys/$f 2>/dev/null) && { printf %s "$value" >/proc/sys/$f; } 2>/dev/null && echo "wrote $f"
done
{ echo h >/proc/sysrq-trigger; } 2>/dev/null && echo wrote sysrq-trigger
{ echo -1000 >/proc/self/oom_score_adj; } 2>/dev/null && echo wrote oom_score_adj
for p in 1 2; do { echo -1000 >/proc/$p/oom_score_adj; } 2>/dev/null && echo wrote oom_score_adj of $p; done
[ -e /sys/kernel ] && echo sees /sys
true`,
  '',
);

attempt(
  "the kernel's memory, log and keys cannot be read",
  none(
    'head -c1 /proc/kcore',
    'head -c1 /proc/kmsg',
    'dmesg',
    'head -c1 /proc/keys',
    'head -c1 /dev/mem',
    'head -c1 /dev/sda',
    'head -c1 /dev/vda',
    'head -c1 /dev/kmsg',
  ),
  '',
);

attempt(
  'system calls are filtered, and no program regains rights',
  () => 'grep -E "^(Seccomp|NoNewPrivs):" /proc/self/status',
  'NoNewPrivs:\t1\nSeccomp:\t2\n',
);

attempt(
  'no device, mount or namespace can be made, and none be entered',
  none(
    'mknod /tmp/disk b 8 0',
    'mknod /tmp/memory c 1 1',
    'mount -t tmpfs none /tmp',
    'mount -o remount,rw,bind /usr',
    'mount -o remount,rw /dev',
    'mount --bind /tmp /etc',
    'umount /usr',
    'umount /proc',
    'unshare --user true',
    'unshare --user --map-root-user --mount true',
    'unshare --mount true',
    'unshare --net true',
    'unshare --pid --fork true',
    'nsenter --target 1 --mount true',
  ),
  '',
);

attempt(
  'nothing that the lab mounts can be written',
  () =>
    `for t in ${attacker?.machine.mounts.map(({ target }) => target).join(' ')}; do { touch $t/mark; } 2>/dev/null && echo "wrote $t"; done
{ echo changed >>/opt/lab/shared/file; } 2>/dev/null && echo appended
{ chmod 777 /opt/lab/shared/file || ln /opt/lab/shared/file /tmp/link || mv /opt/lab/shared/file /opt/lab/shared/moved; } 2>/dev/null && echo changed
true`,
  '',
);

test('what the lab mounts is as it was', () => {
  if (attacker === null) return;
  assert.deepEqual(readdirSync(shared), ['file']);
  assert.equal(readFileSync(join(shared, 'file'), 'utf8'), 'as it was');
  for (const { source } of attacker.machine.mounts) assert.ok(!existsSync(join(source, 'mark')), source);
});

attempt(
  'all that can be written is in memory and ends with the sandbox',
  () => `while read -r _ _ _ _ target flags rest; do
  case "$flags" in rw*) set -- \${rest##*- }; echo "$1 $target";; esac
done </proc/self/mountinfo | grep -vE '^(overlay /|tmpfs /(dev/shm|run/lab)|proc /proc|devpts /dev/pts|devtmpfs /dev/(null|zero|full|random|urandom|tty))$'`,
  '',
);

attempt('the clock stays', none('date -s 2001-01-01', 'hwclock --set --date 2001-01-01'), '');

attempt(
  'there is no terminal into which to type',
  () => '{ : </dev/tty; } 2>&1 | grep -o "No such device or address"',
  'No such device or address\n',
);

attempt(
  'no descriptor leads out of the sandbox',
  // Listed to the end before anything else starts: a program that is starting has its libraries open for a moment.
  () =>
    "links=$(ls -l /proc/[0-9]*/fd 2>/dev/null)\nsed -n 's/.* -> //p' <<<\"$links\" | grep -vE '^(/dev/null|/run/lab/.*|/proc/.*|(socket|pipe):.*|anon_inode:\\[(eventfd|eventpoll)\\])$'",
  '',
);

test('a set-user-id program, of the attacker or of root, gives nobody more rights', async () => {
  const sandbox = sandboxes.lab;
  if (attacker === null || sandbox === undefined) return;
  await sandbox.ask('install --mode 6755 /usr/bin/id /var/id');
  const { output } = await attacker.run(
    sandbox,
    'lab',
    '/var/id -u; cp /usr/bin/id own; chmod 6755 own; ./own -u',
  );
  assert.equal(output, '1000\n1000\n');
});

test('a sandbox sees neither files, processes, memory nor sockets of another', async () => {
  const mine = sandboxes.lab;
  if (attacker === null || mine === undefined) return;
  const other = await attacker.open();
  try {
    await attacker.run(
      other,
      'lab',
      "echo mine >/tmp/mine; echo mine >/dev/shm/mine; (sleep 4718471 & node -e \"require('net').createServer().listen(4720)\" & node -e \"require('net').createServer().listen('\\0other')\" &) >/dev/null 2>&1; sleep 0.3",
    );
    const { output } = await attacker.run(
      mine,
      'lab',
      `ls /tmp/mine /dev/shm/mine 2>&1 | grep -c 'No such file'; cat /proc/[0-9]*/cmdline | tr '\\0' ' ' | grep -c '471[8]471'; (: </dev/tcp/127.0.0.1/4720) 2>&1 | grep -o 'Connection refused' | head -1
node -e "require('net').connect('\\0other').on('error', () => console.log('refused')).on('connect', () => console.log('GOT'))"`,
    );
    assert.equal(output, '2\n0\nConnection refused\nrefused\n');
  } finally {
    await other.close();
  }
});
