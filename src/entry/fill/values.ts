import type { PlaceholderKind } from '../schema/signature.ts';

/** What a value of a kind looks like. Kinds that are not listed take any text of one line. */
const FORMS: Partial<Record<PlaceholderKind, RegExp>> = {
  number: /^-?\d+(?:\.\d+)?$/,
  // A name or an address; https://datatracker.ietf.org/doc/html/rfc952 with the underscores that containers have.
  host: /^(?:[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?|\[?[0-9a-f:.]+(?:%\w+)?\]?|\*)$/iu,
  address: /^[\p{L}\p{N}_.:*[\]%@/-]+$/u,
  module: /^[^\s'"`]+$/,
  // https://git-scm.com/docs/git-check-ref-format
  branch: /^(?!-)(?!.*(?:\.\.|@\{|\/\/))[^\s~^:?*[\\]+(?<![./])$/,
  version: /^[\p{L}\p{N}_.+:~^<>=*-]+$/u,
  url: /^[^\s'"<>]+$/,
};

/** Tell whether a text may stand for a placeholder of this kind. */
export function isValueOf(kind: PlaceholderKind, value: string): boolean {
  if (value === '' || /[\r\n]/.test(value)) return false;
  if (kind === 'port') return /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
  return FORMS[kind]?.test(value) ?? true;
}
