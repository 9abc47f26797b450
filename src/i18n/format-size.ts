import { LANGUAGE_TAGS, type Locale } from './locales.ts';

/**
 * Format a number of bytes in megabytes of a million, as disks and networks count.
 *
 * @example formatSize(2_340_000, 'en') // => '2.3 MB'
 */
export function formatSize(bytes: number, locale: Locale): string {
  return new Intl.NumberFormat(LANGUAGE_TAGS[locale], {
    style: 'unit',
    unit: 'megabyte',
    maximumFractionDigits: bytes < 10_000_000 ? 1 : 0,
  }).format(bytes / 1_000_000);
}
