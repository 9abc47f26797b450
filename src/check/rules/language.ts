import type { EntryRule } from '../context.ts';
import { CODE, complain, type Slip } from '../lines.ts';

const HAN = /\p{Script=Han}/u;
/** Five or more words in a row; names of products are told apart by their capitals. */
const ENGLISH_RUN = /[A-Za-z][A-Za-z'’-]*(?:[,;]?[ \n]+[A-Za-z][A-Za-z'’-]*){4,}/g;
const LOWER_CASE_WORDS = 3;

/** The Chinese page is in Chinese, the English one in English. */
export const language: EntryRule = {
  name: 'language',
  description:
    'Each language is written in itself: no Chinese without Han characters, no sentence left in English.',
  check: (entry) => [...complain(entry.lines.zh, findEnglish), ...complain(entry.lines.en, findChinese)],
};

const TIP = 'translate it; what a tool prints goes into `code`';

/** Find what is still English in a Chinese text. */
export function findEnglish(text: string): Slip[] {
  const run = englishRun(text);
  if (run !== null)
    return [{ index: run, message: `this is still English: “${excerpt(text.slice(run))}”`, tip: TIP }];
  if (HAN.test(text) || !isProse(text)) return [];
  return [{ index: 0, message: `no Chinese in “${excerpt(text)}”`, tip: TIP }];
}

function findChinese(text: string): Slip[] {
  const index = text.search(HAN);
  if (index === -1) return [];
  const message = `Chinese in the English text: “${excerpt(text.slice(index))}”`;
  return [{ index, message, tip: 'write English; what a tool prints goes into `code`' }];
}

function englishRun(text: string): number | null {
  for (const { 0: run, index } of text.matchAll(ENGLISH_RUN)) {
    if (run.split(/\s+/).filter((word) => /^[a-z]/.test(word)).length >= LOWER_CASE_WORDS) return index;
  }
  return null;
}

/** Names of products alone, such as a title that is one, need no translation. */
function isProse(text: string): boolean {
  return /\b[a-z]{2,} [a-z]{2,}\b/.test(text.replaceAll(CODE, ' '));
}

function excerpt(text: string): string {
  const shown = text.replaceAll(CODE, '…').replace(/\s+/g, ' ');
  return shown.length > 40 ? `${shown.slice(0, 40)}…` : shown;
}
