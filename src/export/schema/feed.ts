import { z } from 'zod';

/** A feed as JSON Feed 1.1, https://www.jsonfeed.org/version/1.1/; what begins with `_` is ours. */
export const JsonFeedSchema = z
  .strictObject({
    version: z.literal('https://jsonfeed.org/version/1.1'),
    title: z.string(),
    description: z.string(),
    home_page_url: z.url(),
    feed_url: z.url(),
    icon: z.url(),
    language: z.string(),
    authors: z.array(z.strictObject({ name: z.string() })),
    _licence: z.strictObject({ name: z.string(), url: z.url() }),
    items: z.array(
      z.strictObject({
        id: z.string().meta({ description: 'Stays when the site moves.' }),
        url: z.url(),
        title: z.string(),
        summary: z.string(),
        content_text: z.string(),
        date_published: z.iso.datetime().meta({ description: 'When the entry was first recorded.' }),
        date_modified: z.iso
          .datetime()
          .meta({ description: 'When something that is seen in this language last changed.' }),
        tags: z.array(z.string()),
      }),
    ),
  })
  .meta({
    id: 'Feed',
    title: 'Feed of Fixrate',
    description: 'What is new and changed, the last change first.',
  });

export type JsonFeed = z.output<typeof JsonFeedSchema>;
