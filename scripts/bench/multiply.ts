import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatLedger, ledgerPath } from '../../src/entry/ledger/ledger.ts';
import { extendLedger } from '../../src/entry/ledger/plan.ts';
import { formatRecord, parseRecord, recordPath } from '../../src/entry/revision/record.ts';

const PROSE_FILES = ['en.mdx', 'zh.mdx'];

/**
 * Write a knowledge base of many entries into an empty folder: the real ones, and copies of them under
 * ids of their own. Titles, summaries and results of a copy differ from those of its original, so that
 * nothing is shared by digest.
 *
 * @param content the real content folder
 * @param target folder to write into
 * @param count entries in all, at least as many as there are real ones
 * @returns folders of all entries
 */
export function multiplyContent(content: string, target: string, count: number): string[] {
  mkdirSync(target, { recursive: true });
  for (const name of readdirSync(content)) {
    if (name !== 'errors') cpSync(join(content, name), join(target, name), { recursive: true });
  }
  const originals = listEntries(join(content, 'errors'));
  const copies = Array.from({ length: count }, (_, index) => {
    const id = originals[index % originals.length] ?? '';
    const copy = Math.floor(index / originals.length);
    const folder = join(target, 'errors', copy === 0 ? id : `${id}-${copy}`);
    cpSync(join(content, 'errors', id), folder, { recursive: true });
    if (copy > 0) varyEntry(folder, `${id}-${copy}`, copy);
    return { folder, id: copy === 0 ? id : `${id}-${copy}`, original: id };
  });
  publishCopies(content, target, copies);
  return copies.map(({ folder }) => folder);
}

/** Give each copy a code, and the record of its original: reading these is part of a build. */
function publishCopies(content: string, target: string, copies: { id: string; original: string }[]): void {
  const codes = extendLedger(
    new Map(),
    copies.map(({ id }) => ({ id, aliases: [] })),
  );
  writeFileSync(ledgerPath(target), formatLedger(codes));
  const { lines } = parseRecord('', readFileSync(recordPath(content), 'utf8'));
  const records = new Map(lines.map((line) => [line.id, line]));
  const copied = copies.flatMap(({ id, original }) => {
    const record = records.get(original);
    return record === undefined ? [] : { ...record, id };
  });
  writeFileSync(recordPath(target), formatRecord(copied));
}

/** Edit one entry as an author would: a sentence more at the end of the English root cause. */
export function editEntry(folder: string): void {
  const path = join(folder, 'en.mdx');
  writeFileSync(path, readFileSync(path, 'utf8').replace(/\n(?=<)/, 'One sentence more.\n\n'));
}

function listEntries(errors: string): string[] {
  return readdirSync(errors).flatMap((domain) =>
    readdirSync(join(errors, domain)).map((slug) => `${domain}/${slug}`),
  );
}

function varyEntry(folder: string, id: string, copy: number): void {
  for (const name of PROSE_FILES) {
    const path = join(folder, name);
    const text = readFileSync(path, 'utf8').replace(/^(title|summary): (.*)$/gm, (_, key, value) => {
      return `${key}: ${String(value).replace(/(["']?)$/, ` ${copy}$1`)}`;
    });
    writeFileSync(path, text);
  }
  const results = join(folder, 'lab.results.json');
  if (!existsSync(results)) return;
  const text = readFileSync(results, 'utf8').replace(/"entry": ?"[^"]*"/, `"entry": ${JSON.stringify(id)}`);
  writeFileSync(results, text);
}
