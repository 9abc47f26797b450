import type { Evidence } from '../../entry/evidence/collect.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import type { SiteAddress } from '../../server/address.ts';
import { LICENCE } from '../licence.ts';
import { SCHEMA_VERSION } from '../schema/document.ts';
import type { PublishedEvidence } from '../schema/evidence.ts';
import { fileUrl, PATHS, schemaUrl } from '../urls.ts';

/** Write the evidence of the knowledge base in the published format, `PublishedEvidenceSchema`. */
export function evidenceToJson(evidence: Evidence, site: SiteAddress): PublishedEvidence {
  const routes = bindRoutes(site);
  return {
    schemaVersion: SCHEMA_VERSION,
    licence: LICENCE,
    urls: {
      schema: schemaUrl(site, 'evidence'),
      json: fileUrl(site, PATHS.evidence),
      en: routes.url({ page: 'evidence' }, 'en'),
      zh: routes.url({ page: 'evidence' }, 'zh'),
    },
    ...evidence,
  };
}
