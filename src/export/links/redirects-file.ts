import type { Redirect } from './redirects.ts';

/**
 * Most rules that hosts read: GitLab Pages reads none of a file with more (https://docs.gitlab.com/user/project/pages/redirects/),
 * Cloudflare Pages reads 2,000 (https://developers.cloudflare.com/pages/configuration/redirects/).
 */
const MOST_RULES = 1000;

/**
 * Write `_redirects`, which Netlify, Cloudflare Pages and GitLab Pages read. Codes go in as far as there is
 * room; the pages of all of them stand in the site besides.
 *
 * @param base path of the site, with a slash at both ends
 */
export function redirectsFile(redirects: readonly Pick<Redirect, 'from' | 'to'>[], base: string): string {
  return redirects
    .slice(0, MOST_RULES)
    .map(({ from, to }) => `${base}${from} ${base}${to} 301\n`)
    .join('');
}
