import { existsSync, readFileSync } from 'node:fs';
import { ledgerPath, parseLedger } from '../entry/ledger/ledger.ts';
import { listEntries, shownPath } from '../entry/load/files.ts';
import { loadGlossary, loadTaxonomy } from '../entry/load/knowledge-base.ts';
import { type Problem, sortProblems } from '../entry/problems/problem.ts';
import { parseRecord, recordPath } from '../entry/revision/record.ts';
import { guidePages, guideTranslations, type Translation } from '../translation/texts.ts';
import type { LedgerContext } from './context.ts';
import { inspectEntries } from './entries.ts';
import { checkGuide } from './guide.ts';
import { inspectBase } from './inspect.ts';
import { inspectChanged } from './kept.ts';
import type { EntrySummary } from './summary.ts';
import { checkTaxonomyNames } from './taxonomy.ts';

/** Fewer entries are checked in no time. */
const WORTH_KEEPING = 100;

/** What a check came to. */
export interface CheckReport {
  /** All that is wrong, sorted by file and place. */
  problems: Problem[];
  /** Every entry whose facts could be read. */
  entries: EntrySummary[];
  /** How the translations of the guide stand to their English texts. */
  guide: Pick<Translation, 'name' | 'step'>[];
}

/**
 * Check all content. Of each entry only its problems and its summary are kept.
 *
 * @param root content folder
 * @param today ISO 8601 date: nothing may have happened after it
 * @param kept folder for what came of entries that do not change until the next check; null for none
 */
export async function checkContent(
  root: string,
  today: string,
  kept: string | null = null,
): Promise<CheckReport> {
  const { ids, problems } = listEntries(root);
  const { taxonomy, problems: inTaxonomy } = loadTaxonomy(root);
  const { glossary, problems: inGlossary } = loadGlossary(root);
  const all = [...problems, ...inTaxonomy, ...inGlossary];
  const surroundings = { taxonomy, glossary, today };
  const inspected =
    kept === null || ids.length < WORTH_KEEPING
      ? await inspectEntries(root, ids, surroundings)
      : await inspectChanged(root, ids, surroundings, kept);
  const entries = new Map<string, EntrySummary>();
  for (const { problems: own, summary } of inspected) {
    all.push(...own);
    if (summary !== null) entries.set(summary.id, summary);
  }
  const unread = new Set(ids.filter((id) => !entries.has(id)));
  const guide = new Set(guidePages(root));
  const published = readPublished(root);
  all.push(...inspectBase({ entries, unread, taxonomy, guide, published }));
  all.push(...checkGuide(root, guide, glossary), ...checkTaxonomyNames(root, glossary));
  return { problems: sortProblems(all), entries: [...entries.values()], guide: guideTranslations(root) };
}

/** Parse the ledger and the record of revisions. Pure. */
export function parsePublished(
  ledger: { file: string; text: string },
  record: { file: string; text: string },
): LedgerContext {
  const read = parseLedger(ledger.file, ledger.text);
  const { lines, problems } = parseRecord(record.file, record.text);
  return {
    file: ledger.file,
    ledger: read.ledger,
    record: { file: record.file, lines },
    problems: [...read.problems, ...problems],
  };
}

/** Read the ledger and the record; a content folder without one has published nothing. */
export function readPublished(root: string): LedgerContext {
  const [ledger, record] = [ledgerPath(root), recordPath(root)];
  const read = (path: string): string => (existsSync(path) ? readFileSync(path, 'utf8') : '');
  return parsePublished(
    { file: shownPath(ledger), text: read(ledger) },
    { file: shownPath(record), text: read(record) },
  );
}
