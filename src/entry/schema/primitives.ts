import { z } from 'zod';

/** A lower-case word or words joined by hyphens: ids of causes, remedies, steps, domains. */
export const SlugSchema = z
  .string()
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'must be lower-case letters and digits, joined by hyphens')
  .meta({ description: 'Lower-case letters and digits, words joined by hyphens.' });

/** `<domain>/<slug>`: never changes its meaning. */
export const EntryIdSchema = z
  .string()
  .regex(
    /^[a-z0-9]+(-[a-z0-9]+)*\/[a-z0-9]+(-[a-z0-9]+)*$/,
    'must be <domain>/<slug>, in lower-case letters, digits and hyphens',
  )
  .meta({ description: 'Id of an entry, <domain>/<slug>.' });

/** Short code of an entry; see `src/entry/ledger/code.ts`. */
export const CodeSchema = z
  .string()
  .regex(/^FX-[0-9ACDEFGHJKMNPQRTVWXY]{5}$/, 'must be a code such as FX-0158R')
  .meta({ description: 'Short code of an entry; its last sign is a check character.' });

/** The same text in every language of the site. */
export const LocalizedTextSchema = z
  .strictObject({
    en: z.string().trim().min(1).meta({ description: 'English.' }),
    zh: z.string().trim().min(1).meta({ description: 'Simplified Chinese.' }),
  })
  .meta({ description: 'One text in both languages.' });

/** A calendar date, ISO 8601. */
export const DateSchema = z.iso.date().meta({ description: 'Calendar date, ISO 8601.' });

/** An http or https address. */
export const WebUrlSchema = z
  .url({ protocol: /^https?$/, hostname: z.regexes.domain, error: 'must be an http(s) URL' })
  .meta({ description: 'Address of a public page.' });

/** Lower-case SHA-256 in hexadecimal. */
export const Sha256Schema = z
  .string()
  .regex(/^[0-9a-f]{64}$/, 'must be a SHA-256 in lower-case hexadecimal')
  .meta({ description: 'SHA-256, hexadecimal.' });

/** A regular expression of the JavaScript dialect, matched with the `m` flag. */
export const RegexSchema = z
  .string()
  .min(1)
  .refine(compiles, 'must be a valid JavaScript regular expression')
  .meta({ description: 'JavaScript regular expression, multi-line mode.' });

function compiles(source: string): boolean {
  try {
    new RegExp(source, 'm');
    return true;
  } catch {
    return false;
  }
}

export type LocalizedText = z.output<typeof LocalizedTextSchema>;
