import { LOCALES } from '../../i18n/locales.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import type { SiteAddress } from '../../server/address.ts';
import type { Collector } from '../collect/collector.ts';

/** Remember the date of each entry, a few bytes each, for the addresses of its pages. */
export function collectDates(site: SiteAddress): Collector & { dateOf: (url: string) => string | null } {
  const dates = new Map<string, string>();
  const homes = LOCALES.map((locale) => bindRoutes(site).url({ page: 'home' }, locale)).reverse();
  return {
    add: ({ json }) => {
      const date = json.withdrawn?.date ?? json.results?.date;
      if (date !== undefined) dates.set(json.id, date);
    },
    finish: () => undefined,
    dateOf: (url) => {
      const home = homes.find((one) => url.startsWith(one)) ?? '';
      return dates.get(url.slice(home.length).replace(/\/$/, '')) ?? null;
    },
  };
}
