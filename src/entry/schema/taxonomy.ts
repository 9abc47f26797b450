import { z } from 'zod';
import { LocalizedTextSchema, SlugSchema } from './primitives.ts';

/** Names that stand for other pages at the root of the site. */
export const RESERVED_DOMAINS = [
  'zh',
  'e',
  'v1',
  'guide',
  'evidence',
  'offline',
  'search',
  'errors',
  'category',
  'tool',
  'tag',
  'dead-ends',
  'new',
  'assets',
  'pagefind',
  'cli',
] as const;

const MAX_CATEGORIES = 16;

/** content/taxonomy.yaml: the closed lists of domains and categories. */
export const TaxonomySchema = z.strictObject({
  domains: z
    .record(
      SlugSchema.refine(
        (id) => !RESERVED_DOMAINS.some((name) => name === id),
        'is reserved for pages of the site',
      ),
      LocalizedTextSchema,
    )
    .meta({ description: 'Domains by id.' }),
  categories: z
    .record(
      z.string().regex(/^[a-z]+(_[a-z]+)*$/, 'must be lower-case words joined by underscores'),
      LocalizedTextSchema,
    )
    .refine(
      (all) => Object.keys(all).length <= MAX_CATEGORIES,
      `there may be at most ${MAX_CATEGORIES} categories`,
    )
    .meta({ description: 'Categories by id.' }),
});

export type Taxonomy = z.output<typeof TaxonomySchema>;
