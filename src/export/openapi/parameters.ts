import { RESERVED_DOMAINS } from '../../entry/schema/taxonomy.ts';
import { LOCALES } from '../../i18n/locales.ts';

/** Parameters that stand in paths. */
export const PARAMETERS = {
  domain: {
    description: 'Domain of an entry: the part of its id before the slash.',
    pattern: `^(?!(${RESERVED_DOMAINS.join('|')})$)[a-z0-9]+(-[a-z0-9]+)*$`,
    example: 'node',
  },
  slug: {
    description: 'The part of the id of an entry after the slash.',
    pattern: '^[a-z0-9]+(-[a-z0-9]+)*$',
    example: 'err-address-already-in-use-eaddrinuse',
  },
  locale: { description: 'Language.', pattern: `^(${LOCALES.join('|')})$`, example: 'en' },
  digest: {
    description: 'As /v1/match.json names it.',
    pattern: '^[0-9a-f]{12}$',
    example: '0123456789ab',
  },
} as const;

export type ParameterName = keyof typeof PARAMETERS;
