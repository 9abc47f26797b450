/**
 * Short codes of entries, `FX-0158R`: short enough to be read out over the phone, and safe to mistype.
 *
 * Digits and letters are those of Crockford's base 32 (https://www.crockford.com/base32.html, which leaves
 * out I, L, O and U) without B, S and Z, which look and sound like others: 29 are left, and 29 is prime. So
 * every letter and digit that anyone can type stands for one of them.
 */
const ALPHABET = '0123456789ACDEFGHJKMNPQRTVWXY';

/** What is read where a sign is none of ours. */
const LOOKALIKES: Readonly<Record<string, string>> = {
  O: '0',
  I: '1',
  L: '1',
  Z: '2',
  S: '5',
  B: '8',
  U: 'V',
};

const PREFIX = 'FX';

/** Signs that tell entries apart; the check character follows them. */
export const CODE_LENGTH = 4;

/** How many codes there are. */
export const CODES = ALPHABET.length ** CODE_LENGTH;

/** A text that looks like a code, as it was meant. */
export interface ReadCode {
  /** In the one way of writing it: `FX-0158R`. */
  code: string;
  /** Whether its check character is right. */
  valid: boolean;
  /** Whether it can be nothing but a code: it has the prefix, and a hyphen or a digit. */
  certain: boolean;
}

/**
 * Read a code in whatever way it was typed: any case, with or without hyphen, spaces and prefix, O for 0.
 *
 * @returns null for a text that is no code
 * @example readCode('fx oi5br') // => { code: 'FX-0158R', valid: true, certain: true }
 */
export function readCode(text: string): ReadCode | null {
  const typed = text.normalize('NFKC').toUpperCase().trim();
  const found = /^(FX)?([0-9A-Z]{5})$/.exec(typed.replace(/[\s\p{Pd}_]+/gu, ''));
  if (found === null) return null;
  const [, prefix, signs = ''] = found;
  const read = [...signs].map((sign) => LOOKALIKES[sign] ?? sign).join('');
  return {
    code: `${PREFIX}-${read}`,
    valid: sumOf(read) === 0,
    certain: prefix !== undefined && /^FX[\s\p{Pd}_]|\d/u.test(typed),
  };
}

/**
 * Write a number as a code, with its check character.
 *
 * The check is that of ISBN-10 with another prime: the weights 5, 4, 3, 2, 1 times the values of the signs
 * add up to 0 modulo 29. Since all weights differ and none is 0 modulo a prime, each single wrong sign and
 * each exchange of two signs, neighbours or not, changes the sum (J. A. Gallian, The Mathematics of
 * Identification Numbers, College Mathematics Journal 22, 1991, 194–202).
 *
 * @param value 0 up to `CODES`
 */
export function writeCode(value: number): string {
  let rest = value;
  let signs = '';
  for (let place = 0; place < CODE_LENGTH; place++) {
    signs = ALPHABET.charAt(rest % ALPHABET.length) + signs;
    rest = Math.floor(rest / ALPHABET.length);
  }
  return `${PREFIX}-${signs}${ALPHABET.charAt((ALPHABET.length - sumOf(`${signs}0`)) % ALPHABET.length)}`;
}

/** The weighted sum of all five signs, modulo the size of the alphabet. */
function sumOf(signs: string): number {
  const sum = [...signs].reduce(
    (total, sign, index) => total + (CODE_LENGTH + 1 - index) * ALPHABET.indexOf(sign),
    0,
  );
  return sum % ALPHABET.length;
}
