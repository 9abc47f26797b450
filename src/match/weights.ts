/** What speaks against an alignment, in bits. Set on the tuning half of the bench (tests/match). */
export const COST = {
  /** A word of the signature that is missing, and the share of its own bits that it costs besides. */
  missingWord: 4,
  missingShare: 0.1,
  /** What more where another word stands in the place of the missing one, and what share of its bits. */
  replacedWord: 5,
  replacedShare: 0.35,
  /** The same at the start of a signature. */
  prefixWord: 2.5,
  /** What more for a word of so many bits or more: it names the error, and is no mere prefix. */
  rareBits: 11,
  rarePrefix: 5,
  /** What share of it where the line begins there, and what a word costs where the line ends. */
  cutHead: 0.4,
  cutWord: 1.2,
  /** A word inside literal text that is not the signature's. */
  foreignWord: 1.6,
  /** Words that a placeholder takes for nothing, and what each further one costs. */
  freeWords: 14,
  longGap: 0.25,
  /** A line break in the middle of a message: of a line long enough to have been wrapped, or another. */
  wrap: 1,
  lineBreak: 5,
  /** A line break of the signature that the text does not have. */
  missingBreak: 1,
  /** Another code, or another number, where the signature has one. */
  otherCode: 12,
  otherNumber: 8,
} as const;

/** How evidence adds up to log-odds. Set on the tuning half of the bench (tests/match). */
export const EVIDENCE = {
  /** Bits that make an answer as likely as not, the most that count, and log-odds a bit. */
  neededBits: 20,
  mostBits: 45,
  perBit: 0.3,
  /** Bits that a signature earns by standing there whole, at no more than this cost. */
  whole: 6,
  wholeCost: 1,
  /** Coverage from which on nothing is lacking, and log-odds that a full lack takes. */
  fullCoverage: 0.85,
  perLack: 7,
  /** Bits that make a typed query as likely as not. */
  queryBits: 12,
  /** Bits for a code of the entry that stands elsewhere in the text. */
  code: 5,
  /** Bits for each context phrase found, and at most. */
  contextPhrase: 3,
  mostContext: 7,
  /** Bits for each cue of the entry's own family, and at most. */
  familyCue: 2,
  mostFamily: 5,
  /** Bits against an entry of whose family nothing shows, while another's does. */
  foreignFamily: 3,
} as const;

/** The least score that is an answer. */
export const THRESHOLD = 0.5;
