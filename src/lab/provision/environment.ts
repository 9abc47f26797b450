import type { LabEnvironment } from '../../entry/schema/lab.ts';
import { ContentTrouble } from '../errors.ts';
import { provideDebian } from './debian.ts';
import { isNpmRuntime, type NpmPrefix, provideNpm, provideNpmCache } from './npm.ts';

/** A folder of the host that a sandbox sees, read-only. */
export interface Mount {
  source: string;
  target: string;
}

/** An environment whose tools are all in the cache. */
export interface Provisioned {
  /** Folder that becomes `/` of a sandbox, never changed by it. */
  root: string;
  mounts: Mount[];
  /** Folders of the sandbox that come first on the PATH. */
  path: string[];
  /** Folder of the sandbox with a warm npm cache, or null. */
  npmCache: string | null;
  /** Tool to upstream version. */
  versions: Record<string, string>;
  /** Package to exact version. */
  packages: Record<string, string>;
}

export interface ProvisionOptions {
  packages: readonly string[];
  /** Packages that `npm install --offline` must find. */
  cache: readonly string[];
  /** npm packages at versions that an earlier run resolved. */
  pins: Readonly<Record<string, string>>;
  update: boolean;
}

const NPM_TARGET = '/opt/lab/npm';
const NPM_CACHE_TARGET = '/opt/lab/npm-cache';

/**
 * Provide all tools of an environment.
 *
 * @throws CannotRunHere where the host or the network does not allow it, ContentTrouble where what is asked for does not exist.
 */
export async function provision(
  environment: LabEnvironment,
  options: ProvisionOptions,
): Promise<Provisioned> {
  const debian = await provideDebian(environment.debian, options.packages, options.update);
  const provisioned: Provisioned = {
    root: debian.root,
    mounts: [],
    path: [],
    npmCache: null,
    versions: upstreamVersions(debian.packages),
    packages: debian.packages,
  };
  if (Object.keys(environment.npm).length > 0) {
    const pins = pinsOf(environment, options.pins);
    addNpm(provisioned, await provideNpm(environment.npm, { pins, update: options.update }));
  }
  if (options.cache.length > 0) await addNpmCache(provisioned, environment, options);
  return provisioned;
}

function addNpm(to: Provisioned, prefix: NpmPrefix): void {
  to.mounts.push({ source: prefix.folder, target: NPM_TARGET });
  to.path.push(`${NPM_TARGET}/node_modules/.bin`);
  Object.assign(to.versions, prefix.versions);
  Object.assign(to.packages, prefix.versions);
}

async function addNpmCache(
  to: Provisioned,
  environment: LabEnvironment,
  options: ProvisionOptions,
): Promise<void> {
  const npm = to.mounts.find((mount) => mount.target === NPM_TARGET);
  if (npm === undefined || environment.npm['npm'] === undefined) {
    throw new ContentTrouble(
      `Environment ${environment.id} has a cache but no npm of its own: add npm to its npm packages.`,
    );
  }
  const folder = await provideNpmCache(options.cache, { folder: npm.source, versions: to.versions });
  to.mounts.push({ source: `${folder}/cache`, target: NPM_CACHE_TARGET });
  to.npmCache = NPM_CACHE_TARGET;
}

/** The exact versions resolved before, for what the environment still asks for. */
function pinsOf(environment: LabEnvironment, pins: Readonly<Record<string, string>>): Record<string, string> {
  const kept = Object.entries(environment.npm).filter(([name, range]) => isWithin(pins[name], range));
  return Object.fromEntries(kept.map(([name]) => [name, pins[name] ?? '']));
}

/** Whether an exact version is of the line that a plain version such as `20` or `4.9` asks for. */
function isWithin(version: string | undefined, range: string): boolean {
  return version !== undefined && (version === range || version.startsWith(`${range}.`));
}

/** Reduce Debian versions to those of upstream: `1:2.39.5-0+deb12u3` is 2.39.5. */
function upstreamVersions(packages: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(packages).map(([name, version]) => [name, upstreamVersion(version)]),
  );
}

/**
 * Add the tools that the `use` steps of a remedy change to, where its steps find them.
 *
 * @throws ContentTrouble for a tool that does not come from npm: a suite has one version of each.
 */
export async function addTools(
  to: Provisioned,
  environment: LabEnvironment,
  tools: readonly { name: string; version: string; target: string }[],
): Promise<Provisioned> {
  const mounts = [...to.mounts];
  for (const { name, version, target } of tools) {
    if (!isNpmRuntime(name) && environment.npm[name] === undefined) {
      throw new ContentTrouble(
        `a step uses ${name} ${version}, but only node and the npm packages of the environment can change their version.`,
      );
    }
    const { folder } = await provideNpm({ [name]: version });
    mounts.push({ source: folder, target });
  }
  return { ...to, mounts };
}

/**
 * Take epoch, Debian revision and repacking marks off a Debian version.
 *
 * @example upstreamVersion('1:2.39.5-0+deb12u3') // => '2.39.5'
 */
export function upstreamVersion(version: string): string {
  return version
    .replace(/^\d+:/, '')
    .replace(/-[^-]*$/, '')
    .replace(/[+~](?:dfsg|ds|really|deb).*$/, '');
}
