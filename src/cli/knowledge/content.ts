import { cardOf } from '../../entry/collection/card.ts';
import type { Entry } from '../../entry/entry.ts';
import { readLedger } from '../../entry/ledger/published.ts';
import { loadEntry } from '../../entry/load/entry.ts';
import { contentRoot, listEntries } from '../../entry/load/files.ts';
import { loadTaxonomy } from '../../entry/load/knowledge-base.ts';
import { entryToJson } from '../../export/json/entry-to-json.ts';
import { ledgerToJson } from '../../export/json/ledger-to-json.ts';
import { entryToMarkdown } from '../../export/markdown/entry-to-markdown.ts';
import { entryToVerdict } from '../../export/match/verdict.ts';
import { toMatchInput } from '../../match/entry-input.ts';
import { packIndex } from '../../match/pack.ts';
import { siteAddress } from '../../server/address.ts';
import { CliTrouble } from '../trouble.ts';
import { catalogueEntry, makeCatalogue } from './catalogue.ts';
import type { Knowledge } from './knowledge.ts';

/** Read the entries of the project's content folder, each when it is first needed. */
export function contentKnowledge(): Knowledge {
  const root = contentRoot();
  const site = siteAddress();
  const { ids, problems } = listEntries(root);
  const [problem] = problems;
  if (ids.length === 0 && problem !== undefined) throw new CliTrouble(`${problem.file}: ${problem.message}`);
  const loaded = new Map<string, Entry | null>();
  const load = (id: string): Entry | null => {
    if (!ids.includes(id)) return null;
    const known = loaded.get(id);
    if (known !== undefined) return known;
    // An entry that is wrong is for the check to tell of; the others answer all the same.
    const { entry } = loadEntry(root, id, site);
    loaded.set(id, entry);
    return entry;
  };
  const all = (): Entry[] => ids.map(load).filter((entry) => entry !== null);
  const map = <T>(id: string, make: (entry: Entry) => T): T | null => {
    const entry = load(id);
    return entry === null ? null : make(entry);
  };
  return {
    catalogue: () =>
      makeCatalogue(
        all()
          .filter(({ facts }) => facts.withdrawn === null)
          .map((entry) => catalogueEntry(entryToJson(entry, site))),
        loadTaxonomy(root).taxonomy?.domains ?? {},
      ),
    index: () =>
      packIndex(
        all()
          .filter(({ facts }) => facts.withdrawn === null)
          .map(({ id, facts }) => toMatchInput(id, facts)),
      ),
    ledger: () => ledgerToJson(all().map(cardOf), readLedger(root), site).entries,
    entry: (id) => map(id, (entry) => entryToJson(entry, site)),
    markdown: (id, locale) => map(id, (entry) => entryToMarkdown(entry, locale, site)),
    verdict: (id, locale) => map(id, (entry) => entryToVerdict(entry, locale)),
  };
}
