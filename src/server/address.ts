/** Where the site will stand: the one reading of SITE_URL and BASE_PATH. */
export interface SiteAddress {
  /** Origin without a slash at the end: `https://kb.example.org`. */
  origin: string;
  /** Path with a slash at both ends: `/` or `/kb/`. */
  base: string;
}

/**
 * Read the address of the site from the environment; without any it is a loopback one.
 *
 * @throws Error if SITE_URL is no http(s) address, or has a path: that belongs in BASE_PATH
 */
export function siteAddress(env: Readonly<Record<string, string | undefined>> = process.env): SiteAddress {
  return {
    origin: originOf(env['SITE_URL'] || 'http://localhost:4321'),
    base: baseOf(env['BASE_PATH'] ?? '/'),
  };
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:$/.test(url.protocol) || url.pathname !== '/' || url.search || url.hash) {
    throw new Error(
      `SITE_URL is "${text}", but must be an origin such as https://kb.example.org; a path goes into BASE_PATH.`,
    );
  }
  return url.origin;
}

function baseOf(text: string): string {
  const inner = text.replace(/^\/+|\/+$/g, '');
  return inner === '' ? '/' : `/${inner}/`;
}
