import type { IncomingHttpHeaders } from 'node:http';
import { type PackageDocument, REGISTRY_ADDRESS } from './data.ts';
import { publish } from './publish.ts';
import type { Shelf } from './shelf.ts';

export interface Asked {
  method: string;
  /** Decoded, without a query. */
  path: string;
  headers: IncomingHttpHeaders;
  body: Buffer;
}

export interface Answer {
  status: number;
  headers: Record<string, string>;
  body: Buffer;
}

/** Answer with JSON. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  const body = Buffer.from(JSON.stringify(value));
  return { status, headers: { 'content-type': 'application/json', ...headers }, body };
}

/** What is not there, or not to be seen, in the words of npm's registry. */
const NOT_FOUND = json(404, { error: 'Not found' });

/** A token that nobody has, or none. */
export const UNKNOWN_USER = json(401, {});

const AUDIT = {
  actions: [],
  advisories: {},
  muted: [],
  metadata: {
    vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 0 },
    dependencies: 0,
    devDependencies: 0,
    optionalDependencies: 0,
    totalDependencies: 0,
  },
};

/** Answer a request as npm's registry would. */
export function answer(shelf: Shelf, asked: Asked): Answer {
  const { path } = asked;
  if (path.startsWith('/-/')) return answerService(shelf, asked);
  const parts = /^\/(?<name>(?:@[^/]+\/)?[^/]+)(?:\/(?<rest>.*))?$/.exec(path)?.groups;
  const name = parts?.['name'] ?? '';
  const rest = parts?.['rest'] ?? '';
  if (asked.method === 'PUT') return publish(shelf, name, asked);
  if (asked.method === 'DELETE') return remove(shelf, name, rest, asked);
  const hidden = hide(shelf, name, asked);
  if (hidden !== null) return hidden;
  if (rest.startsWith('-/')) return tarball(shelf, path);
  return withHost(describe(shelf.find(name), rest), asked.headers.host);
}

/** Refuse to show a package that the one who asks may not see. */
function hide(shelf: Shelf, name: string, { headers }: Asked): Answer | null {
  const rule = shelf.ruleFor(shelf.data.private, name);
  if (rule === undefined) return null;
  const user = shelf.userOf(headers.authorization);
  if (user !== null && rule.readers.includes(user)) return null;
  if (rule.refuse === 404) return NOT_FOUND;
  if (rule.refuse === 403) return json(403, { error: 'Forbidden' });
  return rule.challenge === undefined ? UNKNOWN_USER : json(401, {}, { 'www-authenticate': rule.challenge });
}

function describe(document: PackageDocument | undefined, version: string): Answer {
  if (document === undefined) return NOT_FOUND;
  if (version === '') return json(200, document);
  const manifest = document.versions[document['dist-tags'][version] ?? version];
  return manifest === undefined ? json(404, { error: `version not found: ${version}` }) : json(200, manifest);
}

/** Name tarballs at the address by which the client found the registry. */
function withHost(answered: Answer, host: string | undefined): Answer {
  if (host === undefined) return answered;
  const text = answered.body.toString('utf8').replaceAll(REGISTRY_ADDRESS, `http://${host}/`);
  return { ...answered, body: Buffer.from(text) };
}

function tarball(shelf: Shelf, path: string): Answer {
  const body = shelf.tarball(path);
  return body === undefined
    ? NOT_FOUND
    : { status: 200, headers: { 'content-type': 'application/octet-stream' }, body };
}

function remove(shelf: Shelf, name: string, rest: string, { headers }: Asked): Answer {
  if (shelf.userOf(headers.authorization) === null) return UNKNOWN_USER;
  if (rest.startsWith('-rev/')) shelf.remove(name);
  return json(200, { ok: true });
}

/** Answer what concerns no single package: log-in, who am I, audits, tags. */
function answerService(shelf: Shelf, { method, path, headers, body }: Asked): Answer {
  const user = shelf.userOf(headers.authorization);
  if (path === '/-/ping') return json(200, {});
  if (path === '/-/whoami' || path === '/-/npm/v1/user') {
    if (user === null) return UNKNOWN_USER;
    return json(200, { username: user, name: user });
  }
  if (method === 'PUT' && path.startsWith('/-/user/')) return logIn(shelf, body);
  if (path.endsWith('/security/advisories/bulk')) return json(200, {});
  if (path.includes('/security/audits')) return json(200, AUDIT);
  const tags = /^\/-\/package\/(?<name>(?:@[^/]+\/)?[^/]+)\/dist-tags(?:\/(?<tag>[^/]+))?$/.exec(
    path,
  )?.groups;
  const document = shelf.find(tags?.['name'] ?? '');
  if (tags === undefined || document === undefined) return NOT_FOUND;
  if (method === 'GET') return json(200, document['dist-tags']);
  if (user === null) return UNKNOWN_USER;
  const tag = tags['tag'] ?? '';
  if (method === 'DELETE') delete document['dist-tags'][tag];
  else document['dist-tags'][tag] = String(JSON.parse(body.toString('utf8')));
  return json(201, { ok: true });
}

function logIn(shelf: Shelf, body: Buffer): Answer {
  const { name = '', password } = JSON.parse(body.toString('utf8')) as { name?: string; password?: string };
  const token = shelf.logIn(name, password);
  if (token === null) return json(401, { error: 'Incorrect username or password.' });
  return json(201, { ok: true, id: `org.couchdb.user:${name}`, token });
}
