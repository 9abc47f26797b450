import { defineCollection } from 'astro:content';
import { entryLoader } from './entry/collection/loader.ts';
import { contentRoot } from './entry/load/files.ts';
import { siteAddress } from './server/address.ts';

export const collections = {
  errors: defineCollection({ loader: entryLoader(contentRoot(), siteAddress()) }),
};
