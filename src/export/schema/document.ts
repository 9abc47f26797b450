import { z } from 'zod';

/** Version of the published formats; a breaking change gets a new one, and a new path. */
export const SCHEMA_VERSION = 1;

/** Under which licence content and data may be reused. */
export const LicenceSchema = z.strictObject({
  name: z.string(),
  url: z.url(),
  attribution: z.string().meta({ description: 'What to name when it is reused.' }),
});

/** What every published document begins with. */
export const DOCUMENT_HEAD = { schemaVersion: z.literal(SCHEMA_VERSION), licence: LicenceSchema } as const;

/** Addresses of an entry in one language. */
export const PageUrlsSchema = z.strictObject({ page: z.url(), markdown: z.url() });
