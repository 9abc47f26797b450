/**
 * Find which of some languages a browser asks for first; undefined where it asks for none of them.
 *
 * @param asked BCP 47 tags, the most wanted first
 * @example askedLanguage(['fr', 'zh-TW', 'en'], ['en', 'zh-CN']) // => 'zh-CN'
 */
export function askedLanguage(asked: readonly string[], languages: readonly string[]): string | undefined {
  const primary = (tag: string): string => tag.split('-')[0]?.toLowerCase() ?? '';
  return asked
    .map((tag) => languages.find((one) => primary(one) === primary(tag)))
    .find((found) => found !== undefined);
}
