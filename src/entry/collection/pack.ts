import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Entry } from '../entry.ts';
import { folderOf } from '../load/files.ts';
import { computeRates } from '../rates.ts';
import { expandResults } from '../results-file.ts';
import type { LabResults } from '../schema/results.ts';

/** What is kept of an entry beside its card, as JSON. */
type Packed = Pick<Entry, 'code' | 'revision' | 'history' | 'facts' | 'prose' | 'labRun'> & {
  measured: boolean;
};

/**
 * Pack an entry, to be kept between builds. The results stay in their file, which is far larger than all the
 * rest, and the rates are counted from them again.
 */
export function packEntry({ code, revision, history, facts, prose, results, labRun }: Entry): string {
  return JSON.stringify({
    code,
    revision,
    history,
    facts,
    prose,
    labRun,
    measured: results !== null,
  } satisfies Packed);
}

/** Make a packed entry whole again. Its results were checked when it was packed. */
export function unpackEntry(root: string, id: string, packed: string): Entry {
  const { code, revision, history, facts, prose, labRun, measured } = JSON.parse(packed) as Packed;
  const results = measured ? readStoredResults(root, id) : null;
  const [domain = '', slug = ''] = id.split('/');
  return {
    id,
    domain,
    slug,
    code,
    revision,
    history,
    facts,
    prose,
    results,
    labRun,
    rates: computeRates(facts, results),
  };
}

function readStoredResults(root: string, id: string): LabResults {
  const text = readFileSync(join(folderOf(root, id), 'lab.results.json'), 'utf8');
  return expandResults(JSON.parse(text)) as LabResults;
}
