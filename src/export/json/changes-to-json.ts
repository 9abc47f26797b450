import type { Card } from '../../entry/collection/card.ts';
import type { Entry } from '../../entry/entry.ts';
import type { Revision } from '../../entry/revision/record.ts';
import type { SiteAddress } from '../../server/address.ts';
import { LICENCE } from '../licence.ts';
import type { PublishedChanges, PublishedHistory } from '../schema/changes.ts';
import { SCHEMA_VERSION } from '../schema/document.ts';
import { fileUrl, jsonUrl, PATHS, schemaUrl } from '../urls.ts';

/** Revisions that are listed for all entries together. */
const LISTED = 1000;

/** Write all revisions of an entry in the published format, `PublishedHistorySchema`. */
export function historyToJson(entry: Entry, site: SiteAddress): PublishedHistory {
  const { id, code, revision, history } = entry;
  return {
    ...head(schemaUrl(site, 'history'), jsonUrl(site, `${id}.changes`)),
    id,
    code,
    revision,
    changes: history.map(revisionToJson),
  };
}

/** Write the newest revisions of all entries in the published format, `PublishedChangesSchema`. */
export function changesToJson(
  cards: readonly Pick<Card, 'id' | 'code' | 'title' | 'history'>[],
  site: SiteAddress,
): PublishedChanges {
  const all = cards.flatMap(({ id, code, title, history }) =>
    history.map((one) => ({ id, code, title, ...revisionToJson(one) })),
  );
  // Stable: what was recorded of one entry on one day keeps its order.
  all.sort((a, b) => (a.date > b.date ? -1 : a.date < b.date ? 1 : 0));
  return {
    ...head(schemaUrl(site, 'changes'), fileUrl(site, PATHS.changes)),
    total: all.length,
    changes: all.slice(0, LISTED),
  };
}

function head(schema: string, json: string): Pick<PublishedHistory, 'schemaVersion' | 'licence' | 'urls'> {
  return { schemaVersion: SCHEMA_VERSION, licence: LICENCE, urls: { schema, json } };
}

function revisionToJson({ date, revision, changes, fixed }: Revision): PublishedHistory['changes'][number] {
  const [proven, causes] = fixed;
  return { date, revision, changes, fixed: { proven, causes } };
}
