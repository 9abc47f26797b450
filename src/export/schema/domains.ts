import { z } from 'zod';
import { LocalizedTextSchema, SlugSchema } from '../../entry/schema/primitives.ts';
import { DOCUMENT_HEAD, PageUrlsSchema } from './document.ts';

const counts = {
  entries: z.number().int().min(0).meta({
    description: 'How many entries, without withdrawn ones; 0 where all were withdrawn.',
  }),
  withdrawn: z.number().int().min(0).meta({ description: 'How many entries were withdrawn.' }),
};

/** `v1/domains.json`: by what the entries are sorted, with names in both languages. */
export const PublishedDomainsSchema = z
  .strictObject({
    ...DOCUMENT_HEAD,
    urls: z.strictObject({ schema: z.url(), json: z.url() }),
    domains: z.array(
      z.strictObject({
        id: SlugSchema,
        title: LocalizedTextSchema,
        ...counts,
        urls: z.strictObject({ en: PageUrlsSchema, zh: PageUrlsSchema }),
      }),
    ),
    categories: z.array(z.strictObject({ id: z.string(), title: LocalizedTextSchema, ...counts })),
    tools: z.array(z.strictObject({ id: z.string(), ...counts })),
    tags: z.array(z.strictObject({ id: SlugSchema, ...counts })),
  })
  .meta({
    id: 'Domains',
    title: 'Domains, categories, tools and tags of Fixrate',
    description: 'Those that have an entry, withdrawn or not. Keys may be added within a schemaVersion.',
  });

export type PublishedDomains = z.output<typeof PublishedDomainsSchema>;
