import type { Complaint, EntryContext, EntryRule } from '../context.ts';
import { CODE, type Line, linesOf, placeIn } from '../lines.ts';
import { at } from '../places.ts';

const HAN = /\p{Script=Han}/u;
/** Five or more words in a row; names of products are told apart by their capitals. */
const ENGLISH_RUN = /[A-Za-z][A-Za-z'’-]*(?:[,;]?[ \n]+[A-Za-z][A-Za-z'’-]*){4,}/g;
const LOWER_CASE_WORDS = 3;

/** The Chinese page is in Chinese, the English one in English. */
export const language: EntryRule = {
  name: 'language',
  description:
    'Each language is written in itself: no Chinese without Han characters, no sentence left in English.',
  check: (entry) => [...checkChinese(entry), ...linesOf(entry, 'en').flatMap(checkEnglish)],
};

function checkChinese(entry: EntryContext): Complaint[] {
  return linesOf(entry, 'zh').flatMap((line) => {
    const run = englishRun(line.text);
    if (run !== null) {
      const message = `this is still English: “${excerpt(line.text.slice(run))}”`;
      return [at(placeIn(line, run), message, 'translate it; what a tool prints goes into `code`')];
    }
    if (HAN.test(line.text) || !isProse(line.text)) return [];
    const message = `no Chinese in “${excerpt(line.text)}”`;
    return [at(placeIn(line, 0), message, 'translate it; what a tool prints goes into `code`')];
  });
}

function checkEnglish(line: Line): Complaint[] {
  const index = line.text.search(HAN);
  if (index === -1) return [];
  const message = `Chinese in the English text: “${excerpt(line.text.slice(index))}”`;
  return [at(placeIn(line, index), message, 'write English; what a tool prints goes into `code`')];
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
