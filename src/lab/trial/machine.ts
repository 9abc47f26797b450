import type { Scenario } from '../../entry/scenario.ts';
import { ContentTrouble } from '../errors.ts';
import { shellWord } from '../sandbox/namespace.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';
import { type Account, LAB, ROOT } from './command.ts';

const FIRST_FURTHER_ID = 1001;

/**
 * Make the machine of a scenario out of a fresh sandbox: its users, addresses, names and firewall.
 *
 * @throws ContentTrouble with what was printed where one of them cannot be had.
 */
export async function setUpMachine(sandbox: Sandbox, scenario: Scenario): Promise<void> {
  for (const [index, name] of (scenario.users ?? []).entries()) {
    await must(sandbox, `users: ${name}`, addUser(name, FIRST_FURTHER_ID + index));
  }
  for (const address of scenario.addresses ?? []) {
    const width = address.includes(':') ? 128 : 32;
    const more = address.includes(':') ? ' nodad' : '';
    await must(sandbox, `addresses: ${address}`, `ip address add ${address}/${width} dev lo${more}`);
  }
  const lines = Object.entries(scenario.hosts ?? {}).map(([name, address]) => `${address} ${name}\n`);
  if (lines.length > 0) {
    await must(sandbox, 'hosts', `printf %s ${shellWord(lines.join(''))} >> /etc/hosts`);
  }
  for (const command of scenario.firewall ?? []) await must(sandbox, `firewall: ${command}`, command);
}

function addUser(name: string, id: number): string {
  return `getent passwd ${name} >/dev/null && { echo there is such a user already; exit 1; }
echo '${name}:x:${id}:${id}::/home/${name}:/bin/bash' >> /etc/passwd
echo '${name}:x:${id}:' >> /etc/group
install -d -o ${id} -g ${id} -m 755 /home/${name}`;
}

async function must(sandbox: Sandbox, what: string, script: string): Promise<void> {
  const said = (await sandbox.ask(`( ${script}\n) 2>&1; echo " $?"`)).toString('utf8').trimEnd();
  const exit = Number(said.slice(said.lastIndexOf(' ') + 1));
  if (exit === 0) return;
  throw new ContentTrouble(`${what} ended with ${exit}:\n${said.slice(0, said.lastIndexOf(' ')).trim()}`);
}

/**
 * Look up a user of a sandbox.
 *
 * @throws ContentTrouble where it has none of that name.
 */
export async function findAccount(sandbox: Sandbox, name: string): Promise<Account> {
  if (name === LAB.name) return LAB;
  if (name === ROOT.name) return ROOT;
  const line = (await sandbox.ask(`getent passwd ${shellWord(name)}`)).toString('utf8').trim();
  const [, , uid, gid, , home] = line.split(':');
  if (uid !== undefined && gid !== undefined && home !== undefined)
    return { name, uid: Number(uid), gid: Number(gid), home };
  throw new ContentTrouble(`there is no user ${name}: list it under users, or a package that brings it.`);
}
