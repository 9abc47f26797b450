import { ContentTrouble } from '../errors.ts';

const IMAGE = 'fixrate-lab';
const CACHE_VOLUME = 'fixrate-lab-cache';
const CONTENT_TARGET = '/fixrate/content';
const CACHE_TARGET = '/var/cache/fixrate';

/**
 * What sandboxes take beyond a container's usual rights: to mount, and system calls and files of /proc that
 * Docker closes. Less than --privileged: no devices of the host, no other capability.
 */
const RIGHTS = [
  ...['--cap-add', 'SYS_ADMIN'],
  ...['--security-opt', 'seccomp=unconfined'],
  ...['--security-opt', 'apparmor=unconfined'],
  ...['--security-opt', 'systempaths=unconfined'],
  ...['--cgroupns', 'private'],
];

/** Options of the lab that name things of the host, which the container does not have. */
const HOST_OPTIONS = ['--content'];

export interface DockerPlan {
  /** Folder of the project. */
  project: string;
  /** Folder of the content, on this machine. */
  content: string;
  nodeVersion: string;
  /** Options and ids for the lab in the container. */
  args: readonly string[];
  env: Readonly<Record<string, string | undefined>>;
}

/** Write the arguments of `docker` that build the image of the lab. */
export function buildArguments({ project, nodeVersion }: DockerPlan): string[] {
  return [
    ...['build', '--quiet', '--tag', IMAGE],
    ...['--build-arg', `NODE_VERSION=${nodeVersion}`],
    ...['--file', `${project}/src/lab/docker/Dockerfile`, project],
  ];
}

/**
 * Write the arguments of `docker` that run the lab: the content mounted, what it fetched in a volume.
 *
 * @throws ContentTrouble for a path that a mount cannot have.
 */
export function runArguments({ content, args, env }: DockerPlan): string[] {
  if (content.includes(',') || content.includes('"'))
    throw new ContentTrouble(
      `--docker cannot mount ${content}: move it to a path without commas and quotes.`,
    );
  const mirror = env['FIXRATE_LAB_MIRROR'];
  return [
    ...['run', '--rm', '--init', ...RIGHTS],
    ...['--mount', `type=bind,source=${content},target=${CONTENT_TARGET}`],
    ...['--mount', `type=volume,source=${CACHE_VOLUME},target=${CACHE_TARGET}`],
    ...(mirror ? ['--env', `FIXRATE_LAB_MIRROR=${mirror}`] : []),
    IMAGE,
    ...withoutHostOptions(args),
  ];
}

/** Take out what the host has dealt with: `--docker` itself, and where the content stands. */
function withoutHostOptions(args: readonly string[]): string[] {
  const kept: string[] = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    if (arg === '--') return [...kept, ...args.slice(index)];
    if (HOST_OPTIONS.includes(arg)) index++;
    else if (arg !== '--docker' && !HOST_OPTIONS.some((name) => arg.startsWith(`${name}=`))) kept.push(arg);
  }
  return kept;
}
