import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Notes, stampOf } from '../cache/notes.ts';
import { listRedirects } from '../export/links/redirects.ts';
import type { PublishedLedger } from '../export/schema/ledger.ts';
import { PATHS } from '../export/urls.ts';
import { listFiles } from '../server/list-files.ts';
import { bundleWorker } from './bundle.ts';
import type { PartKey } from './choice.ts';
import {
  type KeptFile,
  LIST_FUNCTION,
  MANIFEST_PATH,
  type Manifest,
  type Part,
  WORKER_PATH,
} from './manifest.ts';
import { type Built, partOf } from './part-of.ts';

/**
 * Write the service worker of a built site, and the lists of the files that it keeps. The same files give the same
 * bytes.
 *
 * @param directory of the site, all other files being there
 * @param notes path of a file that keeps digests between builds
 */
export async function writeOffline(directory: string, notes: string): Promise<Manifest> {
  rmSync(join(directory, 'offline/lists'), { recursive: true, force: true });
  mkdirSync(join(directory, 'offline/lists'), { recursive: true });
  const parts = collectParts(directory, new Notes<string>(notes)).map(({ key, files, bytes }): Part => {
    const text = `${LIST_FUNCTION}(${JSON.stringify(files)});\n`;
    const list = `offline/lists/${digest(text, 'hex').slice(0, 16)}.js`;
    writeFileSync(join(directory, list), text);
    return { ...key, list, files: files.length, bytes };
  });
  const version = digest(JSON.stringify(parts), 'hex').slice(0, 12);
  const manifest: Manifest = { version, parts };
  writeFileSync(join(directory, MANIFEST_PATH), `${JSON.stringify(manifest)}\n`);
  writeFileSync(join(directory, WORKER_PATH), await bundleWorker(manifest));
  return manifest;
}

interface Collected {
  key: PartKey;
  files: KeptFile[];
  bytes: number;
}

function collectParts(directory: string, notes: Notes<string>): Collected[] {
  const built = readBuilt(directory);
  const parts = new Map<string, Collected>();
  for (const path of listFiles(directory)) {
    const partKey = partOf(path, built);
    if (partKey === null) continue;
    const name = JSON.stringify(partKey);
    const part = parts.get(name) ?? { key: partKey, files: [], bytes: 0 };
    parts.set(name, part);
    const { bytes, stamp } = stampOf(join(directory, path));
    const key = `${path} ${stamp}`;
    const sum = notes.get(key) ?? digest(readFileSync(join(directory, path)), 'base64');
    notes.set(key, sum);
    // Pages are asked for by the address of their folder.
    part.files.push([path.replace(/(^|\/)index\.html$/, '$1'), `sha256-${sum}`]);
    part.bytes += bytes;
  }
  notes.save();
  return [...parts.keys()].sort().flatMap((name) => parts.get(name) ?? []);
}

function readBuilt(directory: string): Built {
  const ledger = JSON.parse(readFileSync(join(directory, PATHS.ledger), 'utf8')) as PublishedLedger;
  return {
    ids: new Set(ledger.entries.map(({ id }) => id)),
    redirects: new Set(listRedirects(ledger).map(({ from }) => from)),
  };
}

function digest(content: Buffer | string, encoding: 'hex' | 'base64'): string {
  return createHash('sha256').update(content).digest(encoding);
}
