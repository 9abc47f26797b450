import type { LabEnvironment } from '../../entry/schema/lab.ts';
import { CannotRunHere, ContentTrouble, Unavailable } from '../errors.ts';
import { isCarried } from './carriers.ts';
import { provideDebian } from './debian.ts';
import { addHostFiles, addHostPaths, hostVersions } from './host.ts';
import { provideHostRoot } from './host-root.ts';
import { provideNpm } from './npm.ts';
import { provideNpmCache } from './npm-cache.ts';
import { type Progress, silent } from './progress.ts';

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
  /** ISO 8601 date of the release file of the Debian suite, or null without one. */
  released: string | null;
}

export interface ProvisionOptions {
  packages: readonly string[];
  /** Packages that `npm install --offline` must find. */
  cache: readonly string[];
  /** Exact versions that an earlier run resolved, by tool and by package. */
  pins: Readonly<Record<string, string>>;
  update: boolean;
  progress?: Progress;
}

const NPM_TARGET = '/opt/lab/npm';
const NPM_CACHE_TARGET = '/opt/lab/npm-cache';

/**
 * Provide all tools of an environment.
 *
 * @throws Unavailable with one sentence where they cannot be had here and now; ContentTrouble where what is
 *   asked for contradicts itself.
 */
export async function provision(
  environment: LabEnvironment,
  options: ProvisionOptions,
): Promise<Provisioned> {
  try {
    const provisioned = await provideRoot(environment, options);
    if (Object.keys(environment.npm).length > 0) await addNpm(provisioned, environment, options);
    if (options.cache.length > 0) await addNpmCache(provisioned, environment, options);
    if (environment.host !== undefined) await addHost(provisioned, environment, environment.host);
    return provisioned;
  } catch (error) {
    if (error instanceof CannotRunHere) throw new Unavailable(error.message);
    throw error;
  }
}

/** Provide what becomes `/`: a Debian suite, or the host's own system. */
async function provideRoot({ debian }: LabEnvironment, options: ProvisionOptions): Promise<Provisioned> {
  const { packages, update, progress } = options;
  const empty = { mounts: [], path: [], npmCache: null, released: null };
  if (debian === undefined) {
    const { root, mounts, system } = await provideHostRoot();
    return { ...empty, root, mounts, versions: {}, packages: system };
  }
  const suite = await provideDebian(debian, packages, update, progress);
  return {
    ...empty,
    root: suite.root,
    versions: upstreamVersions(suite.packages),
    packages: suite.packages,
    released: suite.released,
  };
}

async function addNpm(
  to: Provisioned,
  environment: LabEnvironment,
  options: ProvisionOptions,
): Promise<void> {
  const { pins, update, progress = silent } = options;
  const prefix = await provideNpm(environment.npm, { pins, update, progress });
  to.mounts.push({ source: prefix.folder, target: NPM_TARGET });
  to.path.push(`${NPM_TARGET}/bin`);
  Object.assign(to.versions, prefix.versions);
  Object.assign(to.packages, prefix.packages);
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
  const prefix = { folder: npm.source, versions: to.versions };
  const folder = await provideNpmCache(options.cache, prefix, options.progress);
  to.mounts.push({ source: `${folder}/cache`, target: NPM_CACHE_TARGET });
  to.npmCache = NPM_CACHE_TARGET;
}

async function addHost(
  to: Provisioned,
  { debian }: LabEnvironment,
  host: Readonly<Record<string, string>>,
): Promise<void> {
  const programs = Object.keys(host);
  if (debian === undefined) await addHostPaths(to, programs);
  else await addHostFiles(to, programs);
  const versions = await hostVersions(to, host);
  Object.assign(to.versions, versions);
  Object.assign(to.packages, versions);
}

/** Reduce Debian versions to those of upstream: `1:2.39.5-0+deb12u3` is 2.39.5. */
function upstreamVersions(packages: Record<string, string>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(packages).map(([name, version]) => [name, upstreamVersion(version)]),
  );
}

/** A version of a tool that a step changes to, and where it is mounted. */
export interface UsedTool {
  name: string;
  version: string;
  target: string;
}

/**
 * Add the tools that the `use` steps of a remedy change to, where its steps find them.
 *
 * @throws ContentTrouble for a tool that does not come from npm: a suite has one version of each.
 */
export async function addTools(
  to: Provisioned,
  environment: LabEnvironment,
  tools: readonly UsedTool[],
  progress: Progress = silent,
): Promise<Provisioned> {
  const mounts = [...to.mounts];
  for (const { name, version, target } of tools) {
    if (!isCarried(name) && environment.npm[name] === undefined) {
      throw new ContentTrouble(
        `a step uses ${name} ${version}, but only node and other tools that come from npm can change their version.`,
      );
    }
    const { folder } = await provideNpm({ [name]: version }, { progress });
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
