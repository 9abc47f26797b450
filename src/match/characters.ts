/** What a UTF-16 unit is to the scanner. */
export const OTHER = 0;
export const LETTER = 1;
export const DIGIT = 2;
/** Han, Kana and Hangul: written without spaces, so read in pairs. */
export const CJK = 3;
export const BREAK = 4;

const ASCII = new Uint8Array(128);
for (let code = 0x61; code <= 0x7a; code++) ASCII[code] = ASCII[code - 32] = LETTER;
for (let code = 0x30; code <= 0x39; code++) ASCII[code] = DIGIT;
ASCII[0x5f] = LETTER;
for (const code of [0x0a, 0x0b, 0x0c, 0x0d]) ASCII[code] = BREAK;

/** Ranges beyond ASCII that hold letters or CJK; all else separates words. */
const RANGES: readonly (readonly [from: number, to: number, kind: number])[] = [
  [0x00c0, 0x024f, LETTER],
  [0x0370, 0x1fff, LETTER],
  [0x2028, 0x2029, BREAK],
  [0x3040, 0x30ff, CJK],
  [0x3400, 0x9fff, CJK],
  [0xac00, 0xd7a3, CJK],
  [0xf900, 0xfaff, CJK],
  [0xff10, 0xff19, DIGIT],
  [0xff21, 0xff3a, LETTER],
  [0xff41, 0xff5a, LETTER],
];

/** Classify one UTF-16 unit. */
export function kindOf(unit: number): number {
  if (unit < 128) return ASCII[unit] ?? OTHER;
  for (const [from, to, kind] of RANGES) {
    if (unit < from) return OTHER;
    if (unit <= to) return kind;
  }
  return OTHER;
}

/** Tell whether a unit is an apostrophe: straight, typographic or modifier letter. */
export function isApostrophe(unit: number): boolean {
  return unit === 0x27 || unit === 0x2019 || unit === 0x2bc;
}

/** Fold a word for comparison: full-width letters to ASCII, capitals to small ones. */
export function foldWord(word: string): string {
  const narrow = /[\uff10-\uff5a]/.test(word) ? word.normalize('NFKC') : word;
  return narrow.toLowerCase();
}
