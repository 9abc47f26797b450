import type { Card } from '../../entry/collection/card.ts';
import type { Ledger } from '../../entry/ledger/ledger.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import type { SiteAddress } from '../../server/address.ts';
import { LICENCE } from '../licence.ts';
import { SCHEMA_VERSION } from '../schema/entry.ts';
import type { PublishedLedger } from '../schema/ledger.ts';
import { LEDGER_PATH, LEDGER_SCHEMA_PATH } from '../urls.ts';

/** Write the ledger in the published format, `PublishedLedgerSchema`. An entry without a code is not published yet. */
export function ledgerToJson(
  cards: readonly Pick<Card, 'id' | 'code' | 'aliases' | 'withdrawn'>[],
  ledger: Ledger,
  site: SiteAddress,
): PublishedLedger {
  const file = (path: string): string => site.origin + bindRoutes(site).file(path);
  return {
    schemaVersion: SCHEMA_VERSION,
    licence: LICENCE,
    urls: { schema: file(LEDGER_SCHEMA_PATH), json: file(LEDGER_PATH) },
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
