import { createRequire } from 'node:module';

/** For tests alone. The package brings no types: this much of it is used. */
const { JSDOM } = createRequire(import.meta.url)('jsdom') as {
  JSDOM: new (text: string, options: { contentType: string }) => { window: { document: Document } };
};

/**
 * Parse XML as strictly as a browser does.
 *
 * @throws Error where it is not well-formed
 */
export function parseXml(text: string): Document {
  return new JSDOM(text, { contentType: 'application/xml' }).window.document;
}
