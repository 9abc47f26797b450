import type { Card } from '../../entry/collection/card.ts';
import type { Ledger } from '../../entry/ledger/ledger.ts';
import type { SiteAddress } from '../../server/address.ts';
import { LICENCE } from '../licence.ts';
import { SCHEMA_VERSION } from '../schema/document.ts';
import type { PublishedLedger } from '../schema/ledger.ts';
import { fileUrl, PATHS, schemaUrl } from '../urls.ts';

/** Write the ledger in the published format, `PublishedLedgerSchema`. An entry without a code is not published yet. */
export function ledgerToJson(
  cards: readonly Pick<Card, 'id' | 'code' | 'aliases' | 'withdrawn'>[],
  ledger: Ledger,
  site: SiteAddress,
): PublishedLedger {
  return {
    schemaVersion: SCHEMA_VERSION,
    licence: LICENCE,
    urls: { schema: schemaUrl(site, 'ledger'), json: fileUrl(site, PATHS.ledger) },
    entries: cards.flatMap(({ id, code, aliases, withdrawn }) =>
      code === null
        ? []
        : {
            id,
            code,
            withdrawn: withdrawn?.date ?? null,
            aliases: aliases.map((alias) => ({ id: alias, code: ledger.get(alias)?.code ?? code })),
          },
    ),
  };
}
