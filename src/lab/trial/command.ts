import { isHostRoot, shellWord } from '../sandbox/namespace.ts';

/** Home directory in the sandbox of root and the usual user, and where relative paths start. */
export const HOME = '/home/lab';

const SYSTEM_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin';

/** A user of the sandbox. */
export interface Account {
  name: string;
  uid: number;
  gid: number;
  home: string;
}

/** Users that every sandbox has. */
export const LAB: Account = { name: 'lab', uid: 1000, gid: 1000, home: HOME };
export const ROOT: Account = { name: 'root', uid: 0, gid: 0, home: HOME };

export interface UserCommand {
  command: string;
  user: Account;
  env: Readonly<Record<string, string>>;
  /** Relative to the home directory. */
  cwd: string;
  /** File that its output is appended to; relative to the home directory. */
  log?: string;
  /** Whether standard error goes where standard output goes. */
  merge?: boolean;
  /** File that is its standard input; absolute. */
  stdin?: string;
}

/** Return the variables that every command of a sandbox has. */
export function baseEnv(user: Account, path: readonly string[]): Record<string, string> {
  return {
    HOME: user.home,
    USER: user.name,
    LOGNAME: user.name,
    SHELL: '/bin/bash',
    PATH: [...path, SYSTEM_PATH].join(':'),
    LANG: 'C.UTF-8',
    TZ: 'UTC',
    TERM: 'dumb',
  };
}

/** Resolve a path of the sandbox against its home directory. */
export function homePath(path: string): string {
  if (path.startsWith('/')) return path;
  const rest = path.replace(/^~?\/+/, '').replace(/^\.\/+/, '');
  return rest === '' || rest === '.' || rest === '~' ? HOME : `${HOME}/${rest}`;
}

/** Return `uid:gid` of a user of the sandbox. */
export function ownerOf({ uid, gid }: Account): string {
  return `${uid}:${gid}`;
}

/**
 * Write the script that runs a command in bash as a user of the sandbox, for `Sandbox.start`: rights
 * given up, only the given variables, signals as in a login.
 */
export function userScript(wanted: UserCommand): string {
  const lines: string[] = [];
  if (wanted.log !== undefined) {
    const log = shellWord(homePath(wanted.log));
    lines.push(
      `[ -e ${log} ] || { : > ${log}; chown ${ownerOf(wanted.user)} ${log}; }`,
      `exec >>${log} 2>&1`,
    );
  } else if (wanted.merge) lines.push('exec 2>&1');
  if (wanted.stdin !== undefined) lines.push(`exec <${shellWord(wanted.stdin)}`);
  lines.push(`cd -- ${shellWord(homePath(wanted.cwd))} || exit 1`);
  lines.push(`exec ${userWords(wanted.user, wanted.env)} bash -c ${shellWord(wanted.command)}`);
  return lines.join('\n');
}

/** Write the words before a program that make it run as a user with an environment of its own. */
export function userWords(user: Account, env: Readonly<Record<string, string>>): string {
  const groups = user.name === LAB.name ? '--clear-groups' : '--init-groups';
  const drop = `--reuid ${user.uid} --regid ${user.gid} ${groups} --no-new-privs --bounding-set=-all --inh-caps=-all --`;
  const become = user.uid !== 0 && isHostRoot() ? `setpriv ${drop} ` : '';
  const variables = Object.entries(env).map(([name, value]) => shellWord(`${name}=${value}`));
  // Programs that a shell starts in the background ignore the interrupt signal unless told otherwise.
  return `${become}env -i --default-signal ${variables.join(' ')}`;
}
