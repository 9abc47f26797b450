import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

/** Pagefind's files begin with this; then comes one item of CBOR (RFC 8949). */
const MARK = 'pagefind_dcd';

/**
 * Bring filters, their values and the languages of a Pagefind index into order. Pagefind 1.5 leaves it to chance, and
 * names the files by what they hold, so that two builds of the same pages would differ.
 *
 * @param folder the index, `pagefind/`
 */
export function orderFilters(folder: string): void {
  const filters = join(folder, 'filter');
  // Without a page there is no filter.
  if (!existsSync(filters)) return;
  const renamed = new Map<string, string>();
  const labels = new Map<string, string>();
  for (const file of readdirSync(filters).filter((name) => name.endsWith('.pf_filter'))) {
    const name = file.replace('.pf_filter', '');
    const ordered = orderFilter(read(join(filters, file)));
    const other = rename(name, ordered);
    rmSync(join(filters, file));
    write(join(filters, `${other}.pf_filter`), ordered);
    renamed.set(name, other);
    labels.set(other, labelOf(ordered));
  }
  const entry = join(folder, 'pagefind-entry.json');
  let listed = readFileSync(entry, 'utf8');
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.pf_meta'))) {
    const name = file.replace(/^pagefind\.|\.pf_meta$/g, '');
    let meta = read(join(folder, file)).toString('latin1');
    for (const [from, to] of renamed) meta = meta.replace(from, to);
    meta = orderList(meta, labels);
    const other = rename(name, Buffer.from(meta, 'latin1'));
    write(join(folder, file), Buffer.from(meta, 'latin1'));
    renameSync(join(folder, file), join(folder, `pagefind.${other}.pf_meta`));
    listed = listed.replace(`"${name}"`, `"${other}"`);
  }
  const { languages, ...others } = JSON.parse(listed) as { languages: Record<string, unknown> };
  const sorted = Object.fromEntries(Object.entries(languages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(entry, JSON.stringify({ ...others, languages: sorted }));
}

/** The name of a filter: the first text of its file. */
function labelOf(bytes: Buffer): string {
  const { end } = head(bytes, MARK.length);
  return bytes.toString('latin1', end, skip(bytes, end));
}

/** Sort the filters that a language's meta file lists one after the other: `[name, file]` each, both short texts. */
function orderList(meta: string, labels: ReadonlyMap<string, string>): string {
  const items = [...labels]
    .map(([file, label]) => `\u0082${label}${String.fromCharCode(0x60 + file.length)}${file}`)
    .filter((item) => meta.includes(item));
  const start = Math.min(...items.map((item) => meta.indexOf(item)));
  const length = items.reduce((sum, item) => sum + item.length, 0);
  return items.length === 0
    ? meta
    : meta.slice(0, start) + items.sort().join('') + meta.slice(start + length);
}

/** Sort the values of `[filter, [[value, pages], …]]`. */
function orderFilter(bytes: Buffer): Buffer {
  const outer = head(bytes, MARK.length);
  const list = head(bytes, skip(bytes, outer.end));
  const values: Buffer[] = [];
  let at = list.end;
  for (let n = 0; n < list.size; n++) {
    const end = skip(bytes, at);
    values.push(bytes.subarray(at, end));
    at = end;
  }
  return Buffer.concat([bytes.subarray(0, list.end), ...values.sort(Buffer.compare), bytes.subarray(at)]);
}

/** Read the head of an item: its major type, its size (a length, a count or the number itself), and where it ends. */
function head(bytes: Buffer, at: number): { type: number; size: number; end: number } {
  const first = bytes.readUInt8(at);
  const type = first >> 5;
  const short = first & 31;
  if (short < 24) return { type, size: short, end: at + 1 };
  const width = 2 ** (short - 24);
  if (width > 4)
    throw new Error(
      `Pagefind wrote a number of ${width} bytes, which src/search-index/order.ts cannot read.`,
    );
  return { type, size: bytes.readUIntBE(at + 1, width), end: at + 1 + width };
}

/** Where an item ends: a number, a text, or a list of items. */
function skip(bytes: Buffer, at: number): number {
  const { type, size, end } = head(bytes, at);
  if (type === 0 || type === 1) return end;
  if (type === 2 || type === 3) return end + size;
  if (type !== 4)
    throw new Error(`Pagefind wrote an item of type ${type}, which src/search-index/order.ts cannot read.`);
  let next = end;
  for (let n = 0; n < size; n++) next = skip(bytes, next);
  return next;
}

/** Name a file by what it holds, in as many characters as before. */
function rename(name: string, bytes: Buffer): string {
  const start = name.lastIndexOf('_') + 1;
  const digest = createHash('sha256').update(bytes).digest('hex');
  return name.slice(0, start) + digest.slice(0, name.length - start);
}

function read(path: string): Buffer {
  const bytes = gunzipSync(readFileSync(path));
  if (bytes.toString('latin1', 0, MARK.length) !== MARK)
    throw new Error(`${path} is not as Pagefind 1.5 writes it; look at src/search-index/order.ts.`);
  return bytes;
}

function write(path: string, bytes: Buffer): void {
  writeFileSync(path, gzipSync(bytes));
}
