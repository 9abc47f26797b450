import { createHash } from 'node:crypto';
import { copyFile, link, mkdir, readFile, writeFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { basename, join } from 'node:path';
import semver from 'semver';
import type { OwnPackage, Registry } from '../../entry/schema/lab-registry.ts';
import { packTarball } from '../../npm/tarball.ts';
import { buildOnce, cacheFolder, contentKey } from '../provision/cache.ts';
import { type Progress, silent } from '../provision/progress.ts';
import { provideClosure } from './closure.ts';
import { type Manifest, type PackageDocument, REGISTRY_ADDRESS, type RegistryData } from './data.ts';

/** Changes when what is written changes, so that older folders are left aside. */
const LAYOUT = 2;

/** What the registry's program needs, beside the Node that runs it. */
const PROGRAM = ['answer', 'data', 'publish', 'serve', 'shelf'];

/** When everything was published: a registry of a scenario has no history. */
const PUBLISHED = '2024-01-01T00:00:00.000Z';

/** A version of a package and what its tarball holds; null where it is listed for other machines alone. */
export interface Version {
  manifest: { name: string; version: string } & Record<string, unknown>;
  tarball: Buffer | null;
  /** Bytes that are served in the place of the tarball, or null where it is missing. */
  served?: Buffer | null;
}

/**
 * Provide the folder of a registry: its program, its packages and the Node that runs it, so that a sandbox
 * needs nothing else.
 *
 * @throws Unavailable where a package of npm cannot be had.
 */
export async function provideRegistry(registry: Registry, progress: Progress = silent): Promise<string> {
  const node = await provideNode();
  const key = contentKey(LAYOUT, process.version, registry);
  return buildOnce(join(cacheFolder(), 'registry', key), async (draft) => {
    const closure = await provideClosure(registry.packages ?? [], progress);
    const own = await Promise.all(
      Object.entries(registry.own ?? {}).flatMap(([id, fields]) =>
        fields === null ? [] : [packOwn(id, fields)],
      ),
    );
    await mkdir(join(draft, 'tarballs'));
    const data = await writeData(draft, [...closure, ...own], registry);
    await writeFile(join(draft, 'registry.json'), JSON.stringify(data));
    for (const name of PROGRAM) await writeProgram(name, draft);
    await link(node, join(draft, 'node'));
  });
}

/** Copy the Node that runs the lab into the cache, once: a link to it costs nothing then. */
async function provideNode(): Promise<string> {
  const folder = join(cacheFolder(), 'registry', `node-${process.version}-${process.arch}`);
  await buildOnce(folder, (draft) => copyFile(process.execPath, join(draft, 'node')));
  return join(folder, 'node');
}

/** Write a module of the program as JavaScript: Node takes a third of a second to strip types by itself. */
async function writeProgram(name: string, folder: string): Promise<void> {
  const source = await readFile(join(import.meta.dirname, `${name}.ts`), 'utf8');
  const script = stripTypeScriptTypes(source).replaceAll(/(from '\.\/\w+)\.ts'/g, "$1.mjs'");
  await writeFile(join(folder, `${name}.mjs`), script);
}

async function packOwn(id: string, { files = {}, tarball: fault, ...fields }: OwnPackage): Promise<Version> {
  const at = id.lastIndexOf('@');
  const manifest = { name: id.slice(0, at), version: id.slice(at + 1), ...fields };
  const tarball = await packTarball(manifest, files);
  if (fault === undefined) return { manifest, tarball };
  const other =
    fault === 'missing' ? null : await packTarball(manifest, { ...files, 'damaged.txt': 'other' });
  return { manifest, tarball, served: other };
}

async function writeData(
  folder: string,
  versions: readonly Version[],
  registry: Registry,
): Promise<RegistryData> {
  const data: RegistryData = {
    packages: {},
    tarballs: {},
    users: registry.users ?? {},
    private: registry.private ?? {},
    publishers: registry.publishers ?? {},
    faults: registry.faults ?? [],
  };
  for (const { manifest, tarball, served } of versions) {
    const { name, version } = manifest;
    const path = `/${name}/-/${basename(name)}-${version}.tgz`;
    const document = data.packages[name] ?? emptyDocument(name);
    data.packages[name] = document;
    document.versions[version] = { ...normalise(manifest), dist: distOf(path, tarball) } as Manifest;
    document.time[version] = PUBLISHED;
    const bytes = served === undefined ? tarball : served;
    if (bytes === null) continue;
    const file = `tarballs/${sha('sha256', bytes, 'hex')}.tgz`;
    await writeFile(join(folder, file), bytes);
    data.tarballs[path] = file;
  }
  for (const document of Object.values(data.packages)) {
    document['dist-tags'] = { latest: latestOf(document), ...registry.tags?.[document.name] };
  }
  return data;
}

function emptyDocument(name: string): PackageDocument {
  const time = { created: PUBLISHED, modified: PUBLISHED };
  return { _id: name, name, 'dist-tags': {}, versions: {}, time };
}

/** Bring a manifest into the shape in which npm's registry has it. */
function normalise(manifest: Version['manifest']): Record<string, unknown> {
  const { bin, scripts } = manifest;
  const short = basename(manifest.name);
  const hooks = ['preinstall', 'install', 'postinstall'];
  const installs = typeof scripts === 'object' && scripts !== null && hooks.some((name) => name in scripts);
  return {
    _id: `${manifest.name}@${manifest.version}`,
    ...manifest,
    ...(typeof bin === 'string' ? { bin: { [short]: bin } } : {}),
    ...(installs ? { hasInstallScript: true } : {}),
    _hasShrinkwrap: false,
  };
}

function distOf(path: string, tarball: Buffer | null): Manifest['dist'] {
  const bytes = tarball ?? Buffer.alloc(0);
  return {
    tarball: new URL(path, REGISTRY_ADDRESS).href,
    integrity: `sha512-${sha('sha512', bytes, 'base64')}`,
    shasum: sha('sha1', bytes, 'hex'),
  };
}

function sha(algorithm: string, bytes: Buffer, encoding: 'hex' | 'base64'): string {
  return createHash(algorithm).update(bytes).digest(encoding);
}

/** The highest release; where there are pre-releases alone, the highest of them. */
function latestOf({ versions }: PackageDocument): string {
  const all = Object.keys(versions).sort(semver.compare);
  return all.findLast((version) => semver.prerelease(version) === null) ?? all.at(-1) ?? '';
}
