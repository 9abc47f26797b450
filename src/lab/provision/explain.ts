/** What the codes of npm mean for who wants packages. */
const NPM_CODES: Readonly<Record<string, (specs: string, said: string) => string>> = {
  E404: (specs, said) =>
    `npm has no package ${/The requested resource '([^']+?)(?:@[^'@]*)?'|'([^']+?)(?:@[^'@]*)?' is not in/.exec(said)?.slice(1).find(Boolean) ?? specs}.`,
  ETARGET: (specs, said) =>
    `npm has no ${/No matching version found for (\S+?)\.?(?:\s|$)/.exec(said)?.[1] ?? specs}.`,
  EBADPLATFORM: (specs, said) =>
    `${/Unsupported platform for (\S+?):/.exec(said)?.[1] ?? specs} is made for another system or processor than this machine’s (${process.platform} ${process.arch}).`,
  ERESOLVE: (specs) => `${specs} do not go together: their peer dependencies contradict each other.`,
};

const UNREACHED = [
  ...['EAI_AGAIN', 'ENOTFOUND', 'ECONNREFUSED', 'ECONNRESET', 'ETIMEDOUT', 'ENETUNREACH', 'EHOSTUNREACH'],
  ...['ERR_SOCKET_TIMEOUT', 'ENOTCACHED', 'FETCH_ERROR'],
];

/**
 * Say in one sentence why npm could not install packages.
 *
 * @param said what npm printed on standard error.
 */
export function explainNpm(said: string, specs: readonly string[]): string {
  const list = specs.join(', ');
  const code = /\bcode (E?[A-Z_0-9]+)/.exec(said)?.[1] ?? '';
  if (UNREACHED.includes(code)) return `The npm registry cannot be reached for ${list} (${code}).`;
  const explain = NPM_CODES[code];
  if (explain !== undefined) return explain(list, said);
  const line = said.split('\n').find((text) => /npm (?:ERR!|error) (?!code )/.test(text));
  const why = line?.replace(/^npm (?:ERR!|error)\s*/, '').trim() || code || 'it said nothing';
  return `npm cannot install ${list}: ${why}.`.replace(/\.+$/, '.');
}

/**
 * Say in one sentence why apt could not bring a suite.
 *
 * @param said what apt or mmdebstrap printed.
 */
export function explainApt(said: string, suite: string, mirror: string): string {
  const missing = [...said.matchAll(/(?:Unable to locate package|has no installation candidate:?) (\S+)/g)];
  if (missing.length > 0) {
    const names = [...new Set(missing.map(([, name]) => name))].join(', ');
    return `Debian ${suite} has no package ${names}.`;
  }
  if (/\b404\b/.test(said)) {
    return `${mirror} no longer has Debian ${suite}: name a mirror that has it in FIXRATE_LAB_MIRROR.`;
  }
  if (
    /(?:Could not (?:resolve|connect)|Temporary failure|Connection (?:failed|refused|timed out))/i.test(said)
  )
    return `${mirror} cannot be reached for Debian ${suite}.`;
  const line = said
    .trim()
    .split('\n')
    .findLast((text) => /^E: /.test(text));
  return `Debian ${suite} cannot be built: ${line?.replace(/^E: /, '') ?? 'apt ended without a word'}.`;
}
