/** What the index is built from: an entry of the knowledge base, or any error that a team knows. */
export interface MatchInput {
  /** `<family>/<slug>`; the part before the slash is the family. */
  id: string;
  /** Every wording; `{name}` stands for what varies, `\{` for a brace, line breaks for lines that follow each other. */
  signatures: readonly string[];
  /** Words or phrases that speak for this error where others share its message. */
  context?: readonly string[];
  /** Ids of the errors that this one merely wraps; `*` if it wraps any: it then ranks below other errors. */
  wraps?: readonly string[];
}

/** The index as it is stored and sent: only what an author wrote, so that it packs well. */
export interface MatchIndex {
  format: 1;
  /** `[id, signatures, context, wraps]`, sorted by id. */
  entries: (readonly [string, readonly string[], readonly string[], readonly string[]])[];
}

/** A place in the text where an error was recognised. Offsets are UTF-16 units of the whole text. */
export interface MatchedLine {
  /** From 1. */
  line: number;
  start: number;
  end: number;
  /** The line's text, at most 400 characters of it. */
  text: string;
}

/** How much one word of a signature counted. */
export interface WordWeight {
  word: string;
  /** Surprise of the word in bits: how much its presence says. */
  bits: number;
  found: boolean;
}

/** One known error in a text. */
export interface Match {
  entry: string;
  /** Chance from 0 to 1 that the answer is right, as calibrated by the bench. */
  score: number;
  /** The wording that fits best. */
  signature: string;
  /** Placeholder name to what stood in its place. */
  captures: Record<string, string>;
  /** The first lines that matched, at most 20, best first. */
  lines: MatchedLine[];
  /** How many lines matched. */
  count: number;
  words: WordWeight[];
  /** Bits that words elsewhere in the text add or take: context, and the family that the text speaks of. */
  contextBits: number;
  /** True where the same words fit another match of the list better. */
  alternative: boolean;
}

/** An entry or family that comes near without being recognised. */
export interface Near {
  name: string;
  /** As `Match.score`, but below the threshold. */
  score: number;
}

/** All that the matcher says of one text. */
export interface MatchReport {
  /** Recognised errors, root first; empty for no match. */
  matches: Match[];
  /** Entries under the threshold, nearest first, at most 5. */
  nearEntries: Near[];
  /** Families that the text speaks of, likeliest first, at most 3. */
  nearFamilies: Near[];
  /** How many words were read and compared; grows linearly with the text. */
  operations: number;
}
