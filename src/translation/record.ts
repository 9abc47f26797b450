import { digestEnglish } from '../entry/prose/in-step.ts';

const FRONT_MATTER = /^---\r?\n([\s\S]*?\r?\n)---(?=\r?\n|$)/;

/**
 * Write into the front matter of a translation which English text it follows now.
 *
 * @param translation the whole file, with front matter
 * @param english the whole English file
 * @throws Error if the translation has no front matter
 */
export function recordEnglish(translation: string, english: string): string {
  const found = FRONT_MATTER.exec(translation)?.[1];
  if (found === undefined) throw new Error('it does not begin with front matter (---)');
  const line = `english: '${digestEnglish(english)}'\n`;
  const known = /^english:.*\r?\n/m;
  const head = known.test(found) ? found.replace(known, line) : found + line;
  return translation.replace(found, () => head);
}
