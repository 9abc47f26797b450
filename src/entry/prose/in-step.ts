import { createHash } from 'node:crypto';

/**
 * Digest an English text for its translations: each keeps, under `english` in its front matter, the digest of
 * the text that it was last brought in step with. Line breaks and indentation say nothing to readers and do not count.
 *
 * @param source the whole English file
 * @returns 12 hexadecimal digits of its SHA-256
 */
export function digestEnglish(source: string): string {
  const text = source.trim().replace(/\s+/g, ' ');
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

/** How a translation stands to its English text: `unrecorded` where it does not say which text it follows. */
export type Step = 'in-step' | 'stale' | 'unrecorded';

/**
 * Say how a translation stands to its English text.
 *
 * @param recorded the digest in its front matter, or null
 * @param english the whole English file
 */
export function stepOf(recorded: string | null, english: string): Step {
  if (recorded === null) return 'unrecorded';
  return recorded === digestEnglish(english) ? 'in-step' : 'stale';
}
