import { CannotRunHere } from '../errors.ts';
import { runCommand } from '../provision/command.ts';
import { isHostRoot, keepHostIds } from './namespace.ts';

/** What is said once where sandboxes have the host's ids. */
const WARNING =
  'UNSAFE: this machine allows no user namespaces, so root of a sandbox is root of this machine, held by its capabilities and mounts alone. Run only scenarios that you trust.';

/**
 * `--unsafe`: where this machine allows no user namespaces, do without them. Where it does, nothing changes.
 *
 * @param tell is told what that means.
 * @throws CannotRunHere where it would take root.
 */
export async function permitUnsafe(
  tell: (line: string) => void,
  areAllowed: () => Promise<boolean> = userNamespacesAllowed,
): Promise<void> {
  if (await areAllowed()) return;
  if (!isHostRoot()) {
    throw new CannotRunHere(
      '--unsafe takes root, because this machine allows no user namespaces: run the lab with sudo, or with --docker.',
    );
  }
  keepHostIds();
  tell(WARNING);
}

async function userNamespacesAllowed(): Promise<boolean> {
  return (await runCommand('unshare', ['--user', 'true'])).code === 0;
}
