import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { PackageDocument, RegistryData } from './data.ts';

/** What a registry holds, who may see it, and what was published since it started. */
export class Shelf {
  readonly data: RegistryData;
  readonly #folder: string;
  readonly #published = new Map<string, Buffer>();
  readonly #sessions = new Map<string, string>();

  constructor(data: RegistryData, folder: string) {
    this.data = data;
    this.#folder = folder;
  }

  find(name: string): PackageDocument | undefined {
    return Object.hasOwn(this.data.packages, name) ? this.data.packages[name] : undefined;
  }

  put(document: PackageDocument, tarballs: Readonly<Record<string, Buffer>>): void {
    this.data.packages[document.name] = document;
    for (const [path, bytes] of Object.entries(tarballs)) this.#published.set(path, bytes);
  }

  remove(name: string): void {
    delete this.data.packages[name];
  }

  tarball(path: string): Buffer | undefined {
    const published = this.#published.get(path);
    if (published !== undefined) return published;
    const file = Object.hasOwn(this.data.tarballs, path) ? this.data.tarballs[path] : undefined;
    return file === undefined ? undefined : readFileSync(join(this.#folder, file));
  }

  /** Return who sends a request, or null. */
  userOf(authorization: string | undefined): string | null {
    const [kind = '', secret = ''] = (authorization ?? '').split(' ');
    const users = Object.entries(this.data.users);
    if (/^bearer$/i.test(kind)) {
      return this.#sessions.get(secret) ?? users.find(([, { token }]) => token === secret)?.[0] ?? null;
    }
    if (!/^basic$/i.test(kind)) return null;
    const [name = '', password] = Buffer.from(secret, 'base64').toString('utf8').split(/:(.*)/s);
    return this.#knows(name, password) ? name : null;
  }

  /** Let a user in; null where name or password is wrong. */
  logIn(name: string, password: string | undefined): string | null {
    if (!this.#knows(name, password)) return null;
    const token = this.data.users[name]?.token ?? `npm_${Buffer.from(name).toString('hex')}`;
    this.#sessions.set(token, name);
    return token;
  }

  #knows(name: string, password: string | undefined): boolean {
    const user = Object.hasOwn(this.data.users, name) ? this.data.users[name] : undefined;
    return user?.password !== undefined && user.password === password;
  }

  /** Find what holds for a package, or for its scope. */
  ruleFor<T>(rules: Readonly<Record<string, T>>, name: string): T | undefined {
    return rules[name] ?? rules[name.split('/')[0] ?? ''];
  }
}
