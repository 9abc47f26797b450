import { existsSync } from 'node:fs';
import type { Mount } from '../provision/environment.ts';
import type { Limits, MountedDisk } from './limits.ts';
import { hasOwnIds, isHostRoot, shellWord } from './namespace.ts';

/** Where the program that drives a sandbox keeps the commands and what they print. */
export const AGENT_FOLDER = '/run/lab';

const MIB = 1024 * 1024;
const INODES_PER_MIB = 200;
const SHARED_MEMORY_MIB = 16;
/** One program that prints without end is stopped at this size. */
const FILE_MIB = 64;
/** Room for what programs print: several that print without end leave the agent working. */
const AGENT_MIB = 4 * FILE_MIB;
const PAGES_PER_MIB = 256;

/** What root of a sandbox may do; everything concerns its own namespaces alone. */
const CAPABILITIES = [
  ...['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID', 'KILL', 'SETGID', 'SETUID', 'SETPCAP'],
  ...['NET_BIND_SERVICE', 'NET_RAW', 'NET_ADMIN', 'SYS_CHROOT', 'SYS_PTRACE', 'CHECKPOINT_RESTORE'],
];

/** The keys of the session in which the lab was started. */
const HIDDEN = ['/proc/keys', '/proc/key-users'];

/** Files by which whoever has the ids of the host's root steers its kernel. */
const KERNEL = ['/proc/sys', '/proc/sysrq-trigger', '/proc/irq', '/proc/bus'];

export interface SandboxPlan {
  /** Empty folder of the host, reachable for everyone, with the mount points of `MOUNT_POINTS`. */
  folder: string;
  /** Program of the host. */
  bwrap: string;
  /** Folder that is seen as `/`. */
  root: string;
  mounts: readonly Mount[];
  limits: Limits;
  /** Whether `FILTER_FILE` stands in the folder. */
  filtered: boolean;
}

/** Folders, and one empty file, that must stand in the folder of a plan. */
export const MOUNT_POINTS = { lower: 'lower', scratch: 'scratch', bwrap: 'bwrap', mount: 'mount' };

/** File of a plan's folder with the filter of system calls, where there is one for this machine. */
export const FILTER_FILE = 'seccomp';

/** First descriptor that holds a folder or file of the host; the shell knows those up to 9. */
const FIRST_DESCRIPTOR = 4;

/**
 * Write the commands that open what only the caller can reach: the folders of its home are closed to
 * the ids of the sandbox, and `mount` works only after the ids have changed.
 */
export function openCommands(plan: SandboxPlan): string {
  return sources(plan)
    .map(({ source }, index) => `exec ${FIRST_DESCRIPTOR + index}<${shellWord(source)}`)
    .join('\n');
}

function sources(plan: SandboxPlan): Mount[] {
  const at = (name: string): string => `${plan.folder}/${name}`;
  return [
    { source: plan.root, target: at(MOUNT_POINTS.lower) },
    { source: plan.bwrap, target: at(MOUNT_POINTS.bwrap) },
    ...plan.mounts.map(({ source }, index) => ({ source, target: at(MOUNT_POINTS.mount + index) })),
  ];
}

/**
 * Write the program that lays an overlay over the root file system, on a memory file system of a given
 * size, and enters it: own processes, network (loopback alone), hostname and message queues. What it
 * runs in the end reads shell commands.
 */
export function enterCommand(plan: SandboxPlan): string {
  const scratch = `${plan.folder}/${MOUNT_POINTS.scratch}`;
  const size = `size=${plan.limits.disk}m,nr_inodes=${plan.limits.disk * INODES_PER_MIB},mode=755`;
  const overlay = [
    `lowerdir=${plan.folder}/${MOUNT_POINTS.lower}`,
    `upperdir=${scratch}/upper`,
    `workdir=${scratch}/work`,
    'userxattr',
  ].join(',');
  const binds = sources(plan).map(({ target }, index) => {
    const descriptor = FIRST_DESCRIPTOR + index;
    return `mount --no-canonicalize --bind /proc/self/fd/${descriptor} ${shellWord(target)}; exec ${descriptor}<&-`;
  });
  const script = [
    'umask 022',
    ...binds,
    `mount -t tmpfs -o ${size} tmpfs ${scratch}`,
    `mkdir ${scratch}/upper ${scratch}/work ${scratch}/root`,
    `mount -t overlay -o ${shellWord(overlay)} overlay ${scratch}/root`,
    // bubblewrap would make these for root alone.
    ...plan.mounts.map(({ target }) => `mkdir -p ${shellWord(`${scratch}/root${target}`)}`),
    ...(plan.limits.disks ?? []).map((disk) => diskCommand(disk, `${scratch}/root`)),
    ...boundCommands(plan.limits),
    ...(plan.filtered ? [`exec ${FIRST_DESCRIPTOR}<${plan.folder}/${FILTER_FILE}`] : []),
    // The variables of bubblewrap, which is the first process of the sandbox, can be read in it.
    'unset PATH PWD OLDPWD LC_ALL',
    `exec ${bwrapWords(plan, `${scratch}/root`).map(shellWord).join(' ')}`,
  ].join('\n');
  return `sh -e -c ${shellWord(script)}`;
}

/** Mount a small file system; bubblewrap cannot bound the number of files of one. */
function diskCommand({ path, kibibytes, inodes, owner }: MountedDisk, root: string): string {
  const target = shellWord(`${root}${path}`);
  const files = inodes === undefined ? '' : `,nr_inodes=${inodes}`;
  const options = `size=${kibibytes}k${files},uid=${owner},gid=${owner},mode=755`;
  return `mkdir -p ${target}; mount -t tmpfs -o ${options} tmpfs ${target}`;
}

/**
 * Write the commands that bound what no mount and no process limit does: namespaces made inside, in which
 * anyone could mount memory file systems, and shared memory that belongs to no process.
 */
function boundCommands(limits: Limits): string[] {
  // Without the ids of root, bubblewrap makes two: one to set things up, one for the user's own id.
  const namespaces = isHostRoot() ? 0 : 2;
  return [
    // Without a user namespace of its own, this would bound the host.
    ...(hasOwnIds() ? [`echo ${namespaces} > /proc/sys/user/max_user_namespaces`] : []),
    // Older kernels let only root of the host write here.
    `{ echo ${limits.memory * PAGES_PER_MIB} > /proc/sys/kernel/shmall; } 2>/dev/null || true`,
  ];
}

function bwrapWords(plan: SandboxPlan, root: string): string[] {
  const mounts = plan.mounts.flatMap(({ target }, index) => [
    ...['--ro-bind', `${plan.folder}/${MOUNT_POINTS.mount}${index}`, target],
  ]);
  return [
    `${plan.folder}/${MOUNT_POINTS.bwrap}`,
    ...['--bind', root, '/'],
    ...[
      '--dev',
      '/dev',
      '--size',
      String(SHARED_MEMORY_MIB * MIB),
      '--tmpfs',
      '/dev/shm',
      '--remount-ro',
      '/dev',
    ],
    ...['--proc', '/proc', ...maskWords()],
    ...['--size', String(AGENT_MIB * MIB), '--tmpfs', AGENT_FOLDER],
    ...mounts,
    // `--unshare-all` would map one id only.
    ...['--unshare-pid', '--unshare-net', '--unshare-uts', '--unshare-cgroup-try'],
    ...['--hostname', 'lab', '--die-with-parent', '--new-session', '--chdir', AGENT_FOLDER],
    ...(isHostRoot() ? rootWords() : ['--unshare-user', '--uid', '1000', '--gid', '1000']),
    ...['--clearenv', '--setenv', 'PATH', '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'],
    ...(plan.filtered ? ['--seccomp', String(FIRST_DESCRIPTOR)] : []),
    // A limit of one byte keeps a crash from the host's own handler too, which zero would not: core(5).
    ...['prlimit', `--nproc=${plan.limits.processes}`, `--nofile=${plan.limits.openFiles}`, '--core=1'],
    ...[`--fsize=${FILE_MIB * MIB}`, 'sh'],
  ];
}

/** Hide files of /proc that tell of the host. A device that is mounted so cannot even be opened. */
function maskWords(): string[] {
  const hidden = HIDDEN.filter((path) => existsSync(path)).flatMap((path) => [
    '--ro-bind',
    '/dev/null',
    path,
  ]);
  if (hasOwnIds()) return hidden;
  return [
    ...hidden,
    ...KERNEL.filter((path) => existsSync(path)).flatMap((path) => ['--ro-bind', path, path]),
  ];
}

function rootWords(): string[] {
  return ['--cap-drop', 'ALL', ...CAPABILITIES.flatMap((name) => ['--cap-add', `CAP_${name}`])];
}
