import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { listEntries } from '../../src/entry/load/files.ts';
import { updateLedger } from '../../src/ledger/update.ts';

/**
 * Copy the content for a build in which links have a past: the first entry had another id before, and a copy
 * of the last one is withdrawn and replaced by it; so is one of the last but one, the only one of its domain; the
 * English prose of the first was revised, and its translation not. So the tests under a base path see all of it.
 *
 * @param target folder that is written anew
 */
export async function writeLinkedContent(content: string, target: string): Promise<void> {
  rmSync(target, { recursive: true, force: true });
  cpSync(content, target, { recursive: true });
  const { ids } = listEntries(target);
  const [first = '', last = '', other = ''] = [ids[0], ids.at(-1), ids.at(-2)];
  editFacts(target, first, { aliases: [`${first}-formerly`] });
  withdrawCopy(target, last, `${last}-withdrawn`);
  addDomain(target, EMPTIED);
  // Of another one: no two pages have one title, or one description.
  withdrawCopy(target, other, `${EMPTIED}/withdrawn`);
  const today = new Date().toISOString().slice(0, 10);
  await updateLedger(target, today);
  // A revision of today, so that the first one has something after it.
  const prose = join(target, 'errors', first, 'en.mdx');
  writeFileSync(prose, readFileSync(prose, 'utf8').replace(/^(summary: )/m, '$1Revised. '));
  await updateLedger(target, today);
}

/** A domain whose entries are all withdrawn. */
const EMPTIED = 'emptied';

function addDomain(target: string, id: string): void {
  const path = join(target, 'taxonomy.yaml');
  const document = parseDocument(readFileSync(path, 'utf8'));
  document.setIn(['domains', id], { en: 'Emptied', zh: '已清空' });
  writeFileSync(path, String(document));
}

function withdrawCopy(target: string, id: string, copy: string): void {
  cpSync(join(target, 'errors', id), join(target, 'errors', copy), { recursive: true });
  editFacts(target, copy, {
    aliases: [],
    related: {},
    withdrawn: {
      date: '2026-11-01',
      reason: { en: `It said the same as ${id}.`, zh: `与 ${id} 内容重复。` },
      replacedBy: id,
    },
  });
  const results = join(target, 'errors', copy, 'lab.results.json');
  if (!existsSync(results)) return;
  writeFileSync(
    results,
    readFileSync(results, 'utf8').replace(/"entry": ?"[^"]*"/, `"entry": ${JSON.stringify(copy)}`),
  );
}

function editFacts(target: string, id: string, facts: Record<string, unknown>): void {
  const path = join(target, 'errors', id, 'entry.yaml');
  const document = parseDocument(readFileSync(path, 'utf8'));
  for (const [key, value] of Object.entries(facts)) document.set(key, value);
  writeFileSync(path, String(document));
}
