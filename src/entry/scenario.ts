import { createHash, type Hash, hash } from 'node:crypto';
import type { Facts } from './schema/facts.ts';
import type { CauseScenario, Lab, LabEnvironment, RemedyScenario, Service } from './schema/lab.ts';
import type { Disk, Terminal } from './schema/lab-machine.ts';
import type { Registry } from './schema/lab-registry.ts';
import { fillStep } from './steps.ts';

/** The machine of a scenario. What lab.yaml does not ask for is absent, here and in the digest. */
export interface MachineOptions {
  users?: string[];
  disks?: Record<string, Disk>;
  hosts?: Record<string, string>;
  addresses?: string[];
  firewall?: string[];
  clock?: string;
  locale?: string;
  terminal?: Terminal;
  stdin?: string;
}

/** How one cause is brought about in one environment: shared keys and the cause's own, merged. */
export interface Scenario extends MachineOptions {
  environment: LabEnvironment;
  packages: string[];
  cache: string[];
  user: string;
  needs: string[];
  limits: NonNullable<Lab['limits']>;
  values: Record<string, string>;
  env: Record<string, string>;
  /** Relative to the home directory. */
  cwd: string;
  files: Record<string, string>;
  setup: string | null;
  services: Record<string, Service>;
  provoke: string | null;
  run: Lab['run'];
  reads: string[];
  check: string;
  harm: string | null;
  again: string | null;
  tries: number;
  /** Absent without one, so that digests from before there were any hold. */
  registry?: Registry;
}

/**
 * Merge the shared part of lab.yaml with one cause of it. Values, variables, files, services, limits,
 * disks and hosts are merged key by key (null takes one away), everything else is replaced.
 *
 * @throws Error if lab.yaml does not have that cause
 */
export function resolveScenario(lab: Lab, environment: LabEnvironment, causeId: string): Scenario {
  return { environment, ...resolveShared(lab, causeId) };
}

/** What the scenarios of a cause have in common: all but the environment. */
type SharedScenario = Omit<Scenario, 'environment'>;

function resolveShared(lab: Lab, causeId: string): SharedScenario {
  const cause: CauseScenario | undefined = lab.causes[causeId];
  if (cause === undefined) throw new Error(`lab.yaml has no cause ${causeId}`);
  return {
    packages: lab.packages,
    cache: lab.cache,
    user: cause.user ?? lab.user ?? 'lab',
    needs: cause.needs ?? lab.needs ?? [],
    limits: { ...lab.limits, ...cause.limits },
    values: { ...lab.values, ...cause.values },
    env: { ...lab.env, ...cause.env },
    cwd: cause.cwd ?? lab.cwd ?? '.',
    files: { ...lab.files, ...cause.files },
    setup: cause.setup ?? lab.setup ?? null,
    services: withoutNull({ ...lab.services, ...cause.services }),
    provoke: cause.provoke ?? lab.provoke ?? null,
    run: cause.run ?? lab.run,
    reads: cause.reads ?? lab.reads ?? [],
    check: cause.check ?? lab.check,
    harm: cause.harm === undefined ? (lab.harm ?? null) : cause.harm,
    again: cause.again === undefined ? (lab.again ?? null) : cause.again,
    tries: cause.tries ?? lab.tries ?? 1,
    ...resolveMachine(lab, cause),
    ...mergeRegistry(lab.registry, cause.registry),
  };
}

const REPLACED = ['users', 'addresses', 'firewall', 'clock', 'locale', 'terminal', 'stdin'] as const;

function resolveMachine(lab: Lab, cause: CauseScenario): MachineOptions {
  const replaced = REPLACED.flatMap((key) => {
    const value = cause[key] === undefined ? lab[key] : cause[key];
    return value === undefined || value === null ? [] : [[key, value]];
  });
  const merged = (['disks', 'hosts'] as const).flatMap((key) => {
    const value = withoutNull<unknown>({ ...lab[key], ...cause[key] });
    return Object.keys(value).length === 0 ? [] : [[key, value]];
  });
  return Object.fromEntries([...replaced, ...merged]);
}

function withoutNull<T>(items: Record<string, T | null>): Record<string, T> {
  return Object.fromEntries(
    Object.entries(items).flatMap(([key, item]) => (item === null ? [] : [[key, item]])),
  );
}

/** Name every user that something of a scenario runs as. */
export function usersOf({ user, services }: Scenario): string[] {
  return [...new Set([user, ...Object.values(services).flatMap((service) => service.user ?? [])])];
}

/** Merge the registry of a cause into the shared one, key by key in what it holds; its packages and faults replace those. */
function mergeRegistry(shared: Registry | undefined, own: Registry | undefined): { registry?: Registry } {
  if (shared === undefined || own === undefined) {
    const only = own ?? shared;
    return only === undefined ? {} : { registry: only };
  }
  const merged: Registry = { ...shared, ...own };
  if (shared.own && own.own) {
    merged.own = withoutNull({ ...shared.own, ...own.own });
  }
  if (shared.users && own.users) merged.users = { ...shared.users, ...own.users };
  if (shared.tags && own.tags) merged.tags = { ...shared.tags, ...own.tags };
  if (shared.private && own.private) merged.private = { ...shared.private, ...own.private };
  if (shared.publishers && own.publishers) merged.publishers = { ...shared.publishers, ...own.publishers };
  return { registry: merged };
}

/** SHA-256 of what brings a cause about; what only judges remedies (harm, again) is not part of it. */
export function scenarioDigest(scenario: Scenario): string {
  return digestReproduction(partsOf(scenario));
}

/** SHA-256 of all that one cell ran: the scenario, the remedy's steps with their values, and what lab.yaml adds to them. */
export function cellDigest(scenario: Scenario, facts: Facts, lab: Lab, remedyId: string): string {
  return cellDigester(objectOf(partsOf(scenario)))(remedyParts(scenario, facts, lab, remedyId));
}

/** SHA-256 of all tells of an entry as they ran under a cause. */
export function tellDigest(scenario: Scenario, facts: Facts): string {
  return digestTells(scenarioDigest(scenario), tellsText(facts));
}

/** What `scenarioDigest`, `tellDigest` and `cellDigest` say of one cause in one environment. */
export interface Digests {
  scenario: string;
  tell: string;
  cell(remedyId: string): string;
}

/**
 * Make the digests of a cause. An entry has hundreds of cells, each of them digested with its whole scenario: what
 * the environments have in common is written out once.
 *
 * @throws Error if lab.yaml does not have that cause
 */
export function digestCause(
  lab: Lab,
  facts: Facts,
  causeId: string,
): (environment: LabEnvironment) => Digests {
  const shared = resolveShared(lab, causeId);
  const parts = partsOf(shared);
  const tells = tellsText(facts);
  const remedies = new Map<string, RemedyParts>();
  const remedyOf = (remedyId: string): RemedyParts => {
    const known = remedies.get(remedyId) ?? remedyParts(shared, facts, lab, remedyId);
    remedies.set(remedyId, known);
    return known;
  };
  return (environment) => {
    const all = { ...parts, ...partsOf({ environment }) };
    const digestCell = cellDigester(objectOf(all));
    const scenario = digestReproduction(all);
    return {
      scenario,
      tell: digestTells(scenario, tells),
      cell: (remedyId) => digestCell(remedyOf(remedyId)),
    };
  };
}

/** Keys of an object, each with the canonical JSON of its value. */
type Parts = Record<string, string>;

function digestReproduction({ harm: _harm, again: _again, ...reproduction }: Parts): string {
  return sha256(objectOf(reproduction));
}

/**
 * Make the digests of cells of a scenario: of `objectOf({ ...remedy, scenario })`. The scenario is most of that, and
 * digested once for all remedies that begin alike.
 */
function cellDigester(scenario: string): (remedy: RemedyParts) => string {
  const begun = new Map<string, Hash>();
  return ({ own, since, steps, until }) => {
    const known = begun.get(own) ?? createHash('sha256').update(`{"own":${own},"scenario":${scenario}`);
    begun.set(own, known);
    return known.copy().update(`,"since":${since},"steps":${steps},"until":${until}}`).digest('hex');
  };
}

function digestTells(scenario: string, tells: string): string {
  return sha256(objectOf({ scenario: canonicalJson(scenario), tells }));
}

type RemedyParts = Record<'own' | 'since' | 'steps' | 'until', string>;

function remedyParts({ values }: SharedScenario, facts: Facts, lab: Lab, remedyId: string): RemedyParts {
  const remedy = facts.remedies[remedyId];
  if (remedy === undefined) throw new Error(`entry.yaml has no remedy ${remedyId}`);
  const own: RemedyScenario | null = lab.remedies[remedyId] ?? null;
  const steps = remedy.steps.map((step) => fillStep(step, { ...values, ...own?.values }));
  return {
    own: canonicalJson(own),
    since: canonicalJson(remedy.since),
    steps: canonicalJson(steps),
    until: canonicalJson(remedy.until),
  };
}

function tellsText(facts: Facts): string {
  return canonicalJson(Object.entries(facts.causes).map(([id, cause]) => [id, cause.tell]));
}

function sha256(text: string): string {
  return hash('sha256', text);
}

/** JSON with sorted keys, but for services: their order is the order in which they start. */
function canonicalJson(value: unknown): string {
  return JSON.stringify(withSortedKeys(value));
}

/** Write out an object part by part, without what is not set. */
function partsOf(value: object): Parts {
  const set = Object.entries(value).filter(([, item]) => item !== undefined);
  return Object.fromEntries(set.map(([key, item]) => [key, JSON.stringify(withSortedItem(key, item))]));
}

/** Canonical JSON of an object, from that of its parts. */
function objectOf(parts: Parts): string {
  const keys = Object.keys(parts).sort();
  return `{${keys.map((key) => `${JSON.stringify(key)}:${parts[key]}`).join(',')}}`;
}

function withSortedKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withSortedKeys);
  if (!isRecord(value)) return value;
  const sorted = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted.map(([key, item]) => [key, withSortedItem(key, item)]));
}

function withSortedItem(key: string, item: unknown): unknown {
  return withSortedKeys(key === 'services' && isRecord(item) ? Object.entries(item) : item);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
