import { existsSync } from 'node:fs';
import { platform } from 'node:os';
import { type Scenario, usersOf } from '../../entry/scenario.ts';
import { CannotRunHere } from '../errors.ts';
import type { Provisioned } from '../provision/environment.ts';
import { findProgram, tool } from '../provision/tools.ts';
import { fullLimits } from './limits.ts';
import { isHostRoot } from './namespace.ts';
import { Sandbox } from './sandbox.ts';

/** Programs of util-linux and tar that every Linux distribution has. */
const HOST_PROGRAMS = ['unshare', 'setpriv', 'mount', 'tar', 'sh'];

const ADVICE = isHostRoot()
  ? 'Run the lab on a Linux machine that lets root make namespaces, run it with --docker or, if you trust all that it is to run, with --unsafe.'
  : 'Run it as root (sudo), or allow user namespaces (sysctl kernel.unprivileged_userns_clone=1, kernel.apparmor_restrict_unprivileged_userns=0), or run it with --docker.';

/**
 * Find what sandboxes are made with.
 *
 * @returns the path of bubblewrap on the host.
 * @throws CannotRunHere with what to do.
 */
export async function findSandbox(): Promise<string> {
  if (platform() !== 'linux') {
    throw new CannotRunHere(
      'The lab needs Linux: run it in Docker (npm run lab -- --docker …), or on a Linux machine.',
    );
  }
  for (const name of HOST_PROGRAMS) {
    if (findProgram(name) === null) {
      throw new CannotRunHere(`The lab needs ${name}: install util-linux and tar, then run it again.`);
    }
  }
  return tool('bubblewrap', 'usr/bin/bwrap');
}

/**
 * Start a sandbox over a root file system and end it again.
 *
 * @throws CannotRunHere with what the host refused and what to do.
 */
export async function probeSandbox(
  provisioned: Pick<Provisioned, 'root' | 'mounts'>,
  bwrap: string,
): Promise<void> {
  try {
    const sandbox = await Sandbox.start(provisioned, fullLimits({}), bwrap);
    await sandbox.close();
  } catch (error) {
    const said = error instanceof Error ? error.message : String(error);
    throw new CannotRunHere(`This machine does not let the lab make a sandbox (${said}). ${ADVICE}`);
  }
}

/** Say what a scenario needs that this host cannot give, or null. */
export function missingNeed(scenario: Scenario): string | null {
  if (scenario.needs.includes('ipv6') && !existsSync('/proc/sys/net/ipv6')) {
    return 'it needs IPv6, which the kernel of this machine does not have: run the lab on another';
  }
  if (isHostRoot()) return null;
  const other = usersOf(scenario).find((name) => name !== 'lab');
  const machine = (['users', 'addresses', 'firewall'] as const).find((key) => scenario[key] !== undefined);
  const need =
    other === undefined ? (machine ?? scenario.needs.find((name) => name !== 'ipv6')) : `user ${other}`;
  return need === undefined
    ? null
    : `it needs ${need}, which takes root on this machine: run the lab with sudo`;
}
