/**
 * Address of the repository that takes issues, from REPOSITORY_URL, or from what GitHub Actions sets; null
 * where none is configured.
 *
 * @throws Error if REPOSITORY_URL is no https address of an owner and a name
 */
export function repositoryAddress(
  env: Readonly<Record<string, string | undefined>> = process.env,
): string | null {
  const { REPOSITORY_URL, GITHUB_SERVER_URL, GITHUB_REPOSITORY } = env;
  const set =
    REPOSITORY_URL || (GITHUB_SERVER_URL && GITHUB_REPOSITORY && `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}`);
  if (!set) return null;
  const url = URL.canParse(set) ? new URL(set) : null;
  const path = /^\/[\w.-]+\/[\w.-]+?(?:\.git)?\/?$/.exec(url?.pathname ?? '');
  if (url?.protocol !== 'https:' || path === null || url.search || url.hash || url.username) {
    throw new Error(`REPOSITORY_URL is "${set}", but must be like https://github.com/owner/name.`);
  }
  return url.origin + url.pathname.replace(/(?:\.git)?\/?$/, '');
}
