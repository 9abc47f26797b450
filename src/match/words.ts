import { scanSegments, type Vocabulary } from './scan.ts';

/** Numbers for words, given out in order of first use. */
export class WordTable implements Vocabulary {
  readonly words: string[] = [];
  private readonly numbers = new Map<string, number>();
  private readonly withoutFirst = new Map<string, number>();

  /** Find a folded word; -1 where unknown. */
  find(word: string): number {
    return this.numbers.get(word) ?? -1;
  }

  /** Find a word of six letters or more whose first one was lost. */
  findWithoutFirst(rest: string): number {
    return this.withoutFirst.get(rest) ?? -1;
  }

  /** Give the number of a folded word, a new one if need be. */
  add(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.words.push(word) - 1;
    this.numbers.set(word, number);
    if (word.length >= 6) this.withoutFirst.set(word.slice(1), number);
    return number;
  }

  /**
   * A view of this table that also finds codes by their parts: `2304` for TS2304, `MODULE_NOT_FOUND` for
   * ERR_MODULE_NOT_FOUND. For what a reader types, not for logs, where such parts mean other things.
   */
  withParts(): Vocabulary {
    const parts = new Map<string, number>();
    this.words.forEach((word, number) => {
      const part = /^(?:[a-z]{1,3}(?=\d{3,5}$)|err_)(.+)$/.exec(word)?.[1];
      if (part !== undefined && !this.numbers.has(part)) parts.set(part, number);
    });
    return {
      find: (word) => this.numbers.get(word) ?? parts.get(word) ?? -1,
      findWithoutFirst: (rest) => this.findWithoutFirst(rest),
    };
  }

  /** A view of this table that adds every word it is asked for. */
  adding(): Vocabulary {
    return { find: (word) => this.add(word), findWithoutFirst: () => -1 };
  }

  /** Number the words of a phrase that stands on one line. */
  addPhrase(phrase: string): number[] {
    return [...scanSegments(phrase, this.adding())].flatMap(({ ids }) => ids);
  }
}
