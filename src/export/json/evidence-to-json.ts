import type { Evidence } from '../../entry/evidence/collect.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import type { SiteAddress } from '../../server/address.ts';
import { LICENCE } from '../licence.ts';
import { SCHEMA_VERSION } from '../schema/entry.ts';
import type { PublishedEvidence } from '../schema/evidence.ts';
import { EVIDENCE_PATH, EVIDENCE_SCHEMA_PATH } from '../urls.ts';

/** Write the evidence of the knowledge base in the published format, `PublishedEvidenceSchema`. */
export function evidenceToJson(evidence: Evidence, site: SiteAddress): PublishedEvidence {
  const routes = bindRoutes(site);
  const file = (path: string): string => site.origin + routes.file(path);
  return {
    schemaVersion: SCHEMA_VERSION,
    licence: LICENCE,
    urls: {
      schema: file(EVIDENCE_SCHEMA_PATH),
      json: file(EVIDENCE_PATH),
      en: routes.url({ page: 'evidence' }, 'en'),
      zh: routes.url({ page: 'evidence' }, 'zh'),
    },
    ...evidence,
  };
}
