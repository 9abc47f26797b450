import { join } from 'node:path';
import { LOCALES } from '../../entry/schema/lab-machine.ts';
import { Unavailable } from '../errors.ts';
import { isHostRoot, shellWord } from '../sandbox/namespace.ts';
import { buildOnce, cacheFolder, contentKey } from './cache.ts';
import { runCommand } from './command.ts';
import { explainApt } from './explain.ts';
import type { Release } from './release.ts';
import { tool } from './tools.ts';

/** What every root file system has besides the packages that an entry wants. */
export const BASE_PACKAGES = ['ca-certificates', 'curl', 'iproute2', 'procps', 'psmisc'];

/** Those of the locales that libc does not bring. */
const GENERATED = LOCALES.filter((locale) => locale.includes('_')).map((locale) => locale.split('.')[0]);

/** A suite as it is on a mirror today. */
export interface Suite extends Release {
  name: string;
}

/**
 * Pack a suite with packages on top into a tar archive: the base of the suite, which is built once, and
 * what the packages add to it.
 *
 * @param packages sorted; those of the base among them.
 * @param onError receives what mmdebstrap says it is at.
 * @throws Unavailable where the suite or a package of it cannot be had.
 */
export async function packSuite(
  archive: string,
  suite: Suite,
  packages: readonly string[],
  onError: (text: string) => void,
): Promise<void> {
  const base = await provideBase(suite, onError);
  const added = packages.filter((name) => !BASE_PACKAGES.includes(name));
  await bootstrap(archive, suite, onError, [
    '--variant=custom',
    // Device files cannot be made by everyone, and mmdebstrap brings its own.
    `--setup-hook=tar -C "$1" -x -p --exclude=./dev/* -f ${shellWord(base)}`,
    ...(added.length === 0 ? [] : [`--include=${added.join(',')}`]),
    '--customize-hook=chroot "$1" useradd --create-home --uid 1000 --shell /bin/bash lab',
    '--customize-hook=printf "127.0.0.1 localhost lab\\n::1 localhost\\n" > "$1/etc/hosts"; echo lab > "$1/etc/hostname"; : > "$1/etc/resolv.conf"',
    // With the package locales come those that a scenario may ask for.
    `--customize-hook=[ ! -d "$1/usr/share/i18n/locales" ] || for l in ${GENERATED.join(' ')}; do chroot "$1" localedef -i $l -f UTF-8 $l.UTF-8; done`,
    `--customize-hook=chroot "$1" dpkg-query -W -f '\${Package} \${Version}\\n' > "$1/fixrate-packages"`,
  ]);
}

/** Provide the archive of a suite with the packages of the base alone. */
async function provideBase(suite: Suite, onError: (text: string) => void): Promise<string> {
  const name = `${suite.name}-${contentKey(BASE_PACKAGES)}-${suite.date}`;
  const folder = await buildOnce(join(cacheFolder(), 'debian-base', name), (draft) =>
    bootstrap(join(draft, 'base.tar'), suite, onError, [
      '--variant=minbase',
      `--include=${BASE_PACKAGES.join(',')}`,
    ]),
  );
  return join(folder, 'base.tar');
}

async function bootstrap(
  archive: string,
  { name, mirror }: Suite,
  onError: (text: string) => void,
  options: readonly string[],
): Promise<void> {
  const mmdebstrap = await tool('mmdebstrap', 'usr/bin/mmdebstrap');
  const args = [
    mmdebstrap,
    `--mode=${isHostRoot() ? 'root' : 'unshare'}`,
    '--format=tar',
    '--aptopt=APT::Install-Recommends "false"',
    // The release files of older suites have expired.
    '--aptopt=Acquire::Check-Valid-Until "false"',
    ...options,
    name,
    archive,
    mirror,
  ];
  const { code, stdout, stderr } = await runCommand('perl', args, { onError, timeout: 3600 });
  if (code !== 0) throw new Unavailable(explainApt(`${stdout}\n${stderr}`, name, mirror));
}
