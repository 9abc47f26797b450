import { UNKNOWN_CODE, UNKNOWN_NUMBER } from './scan.ts';
import type { CompiledSignature } from './signature.ts';
import { COST } from './weights.ts';
import type { Window } from './window.ts';

/** What missing words cost, summed from the start of a signature: item i stands for the words before word i. */
export interface CostSums {
  prefix: number[];
  missing: number[];
  replaced: number[];
  cut: number[];
}

/** Sum up what the words of a signature cost where they are missing, so that a stretch is one subtraction. */
export function sumCosts(bits: readonly number[]): CostSums {
  const sums: CostSums = { prefix: [0], missing: [0], replaced: [0], cut: [0] };
  bits.forEach((own, i) => {
    const share = own * COST.missingShare;
    const missing = Math.min(own, COST.missingWord) + share;
    const rare = own >= COST.rareBits ? COST.rarePrefix : 0;
    sums.prefix.push((sums.prefix[i] ?? 0) + Math.min(own, COST.prefixWord) + share + rare);
    sums.missing.push((sums.missing[i] ?? 0) + missing);
    sums.replaced.push((sums.replaced[i] ?? 0) + missing + COST.replacedWord + own * COST.replacedShare);
    sums.cut.push((sums.cut[i] ?? 0) + Math.min(own, COST.cutWord));
  });
  return sums;
}

/**
 * Cost of starting a chain at a word: prefixes such as `Error:` or the name of the program come and
 * go, the more so where the line begins there.
 */
export function startCost(signature: CompiledSignature, word: number, place: number, window: Window): number {
  if (word === 0) return 0;
  const cost = (signature.costs.prefix[word] ?? 0) * (place === 0 ? COST.cutHead : 1);
  return cost + rivalCost(signature, -1, word, place - word - 2, place, window);
}

/**
 * Cost of ending a chain at a word: cheap where the line ends, too, or with a torn word, as a log shipper may have cut it.
 * Where the line goes on, it says something else, also behind a placeholder: `FileNotFoundException: {file} (Too many open
 * files)` is not the same error with another reason in the brackets.
 */
export function endCost(signature: CompiledSignature, word: number, place: number, window: Window): number {
  const words = signature.words.length;
  if (word === words - 1) return 0;
  const isTorn = (window.ids[place + 1] ?? 0) < 0 && isLast(window, place + 1);
  const lineEnds = isTorn || isLast(window, place);
  const { cut, replaced } = signature.costs;
  const sums = lineEnds ? cut : replaced;
  const end = lineEnds ? place : place + (words - word) + 2;
  return stretch(sums, word + 1, words) + rivalCost(signature, word, words, place, end, window);
}

/** Cost of what lies between two words of a chain. */
export function betweenCost(
  signature: CompiledSignature,
  fromWord: number,
  word: number,
  fromPlace: number,
  place: number,
  window: Window,
): number {
  const gone = word - fromWord - 1;
  const between = place - fromPlace - 1;
  const holes = (signature.gaps[word] ?? 0) - (signature.gaps[fromWord] ?? 0);
  const { missing, replaced } = signature.costs;
  let cost = gone === 0 ? 0 : stretch(holes === 0 && between > 0 ? replaced : missing, fromWord + 1, word);
  const foreign = Math.max(0, between - gone);
  if (holes === 0) cost += foreign * COST.foreignWord;
  else cost += Math.max(0, foreign - COST.freeWords * holes) * COST.longGap;
  cost += breakCost(signature, fromWord, word, fromPlace, place, window);
  return gone === 0 ? cost : cost + rivalCost(signature, fromWord, word, fromPlace, place, window);
}

function isLast(window: Window, place: number): boolean {
  return place >= window.size - 1 || window.breaks[place] !== window.breaks[place + 1];
}

function breakCost(
  signature: CompiledSignature,
  fromWord: number,
  word: number,
  fromPlace: number,
  place: number,
  window: Window,
): number {
  const from = window.breaks[fromPlace] ?? 0;
  const due = (signature.breaks[word] ?? 0) - (signature.breaks[fromWord] ?? 0);
  const extra = (window.breaks[place] ?? 0) - from - due;
  if (extra <= 0) return -extra * COST.missingBreak;
  return extra * (window.mayBeWrapped(from) ? COST.wrap : COST.lineBreak);
}

/** Another code in the place of the signature's is another error, however alike the words. */
function rivalCost(
  signature: CompiledSignature,
  fromWord: number,
  toWord: number,
  fromPlace: number,
  toPlace: number,
  window: Window,
): number {
  if (!signature.hasCodes) return 0;
  let cost = 0;
  for (let word = fromWord + 1; word < toWord; word++) {
    const code = signature.codes[word] ?? 0;
    if (code === 0 || !hasRival(signature, code, fromPlace + 1, toPlace, window)) continue;
    cost += code === 2 ? COST.otherCode : COST.otherNumber;
  }
  return cost;
}

function hasRival(
  signature: CompiledSignature,
  code: number,
  from: number,
  to: number,
  window: Window,
): boolean {
  const unknown = code === 2 ? UNKNOWN_CODE : UNKNOWN_NUMBER;
  const end = Math.min(to, window.size);
  for (let at = Math.max(0, from); at < end; at++) {
    const id = window.ids[at] ?? -1;
    if (id < 0 ? id === unknown : window.codes[id] === code && !signature.words.includes(id)) return true;
  }
  return false;
}

function stretch(sums: readonly number[], from: number, to: number): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0);
}
