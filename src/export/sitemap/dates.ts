import { byLocale, LOCALES } from '../../i18n/locales.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import type { SiteAddress } from '../../server/address.ts';
import type { Collector } from '../collect/collector.ts';

/** Remember when each entry last changed in each language, a few bytes each, for the addresses of its pages. */
export function collectDates(site: SiteAddress): Collector & { dateOf: (url: string) => string | null } {
  const dates = byLocale(() => new Map<string, string>());
  // That of the default language is the beginning of all others.
  const homes = LOCALES.map((locale) => ({
    locale,
    home: bindRoutes(site).url({ page: 'home' }, locale),
  })).reverse();
  return {
    add: ({ index, feeds }) => {
      for (const locale of LOCALES) {
        const date = feeds[locale]?.date;
        if (date !== undefined) dates[locale].set(index.id, date);
      }
    },
    finish: () => undefined,
    dateOf: (url) => {
      const place = homes.find(({ home }) => url.startsWith(home));
      if (place === undefined) return null;
      return dates[place.locale].get(url.slice(place.home.length).replace(/\/$/, '')) ?? null;
    },
  };
}
