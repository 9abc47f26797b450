import { LANGUAGE_TAGS, type Locale } from '../../i18n/locales.ts';
import { bindRoutes } from '../../i18n/routes.ts';
import { stringsOf } from '../../i18n/strings.ts';
import type { SiteAddress } from '../../server/address.ts';

/** Icons in `public/`, all drawn from favicon.svg. */
const ICONS = [
  { src: 'favicon.svg', sizes: 'any', type: 'image/svg+xml' },
  { src: 'icon-192.png', sizes: '192x192', type: 'image/png' },
  { src: 'icon-512.png', sizes: '512x512', type: 'image/png' },
  { src: 'icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
] as const;

/** What a browser needs to put the site among its applications: https://www.w3.org/TR/appmanifest/ */
export function webManifest(site: SiteAddress, locale: Locale): object {
  const t = stringsOf(locale);
  const start = bindRoutes(site).path({ page: 'home' }, locale);
  return {
    id: start,
    name: t.site.name,
    short_name: t.site.name,
    description: t.site.description,
    lang: LANGUAGE_TAGS[locale],
    dir: 'ltr',
    start_url: start,
    scope: site.base,
    display: 'minimal-ui',
    background_color: '#ffffff',
    theme_color: '#0a8a78',
    icons: ICONS.map((icon) => ({ ...icon, src: site.base + icon.src })),
  };
}
