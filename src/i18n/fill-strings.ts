import type { Locale } from './locales.ts';

/** What the panel says that fills a reader's values into commands. A table of its own, since it goes into the browser. */
export interface FillStrings {
  heading: string;
  /** How far the message narrows the causes, before their list. */
  narrowed(printing: number, all: number): string;
  /** All causes print it. */
  notNarrowed(all: number): string;
  /** Placeholders that the message says nothing of. */
  others: string;
  fillIn: string;
  /** So many places of commands carry a value of the reader. */
  filled(places: number): string;
  /** So many places keep their example, since the value could be read there as more than text. */
  kept(places: number): string;
  /** Label of a value that may not stand for its placeholder. */
  wrong(example: string): string;
  keptHere: string;
  close: string;
}

export const FILL_STRINGS: Record<Locale, FillStrings> = {
  en: {
    heading: 'Your message',
    narrowed: (printing, all) => `This wording narrows ${all} causes to ${printing}.`,
    notNarrowed: (all) =>
      `All ${all} causes print this wording; the commands below each cause tell them apart.`,
    others: 'Other values in the commands',
    fillIn: 'Fill these values into the commands',
    filled: (places) => (places === 1 ? '1 place filled in' : `${places} places filled in`),
    kept: (places) =>
      places === 1
        ? '1 place keeps its example: put your value in by hand'
        : `${places} places keep their examples: put your values in by hand`,
    wrong: (example) => `Not a value of this kind; an example: ${example}`,
    keptHere: 'An example: put your own value in by hand',
    close: 'Close',
  },
  zh: {
    heading: '你的报错',
    narrowed: (printing, all) => `从这句报错看，${all} 种原因可缩小到 ${printing} 种。`,
    notNarrowed: (all) => `${all} 种原因都会打印这句报错，请用各原因下的命令区分。`,
    others: '命令中的其他值',
    fillIn: '把这些值填入命令',
    filled: (places) => `已填入 ${places} 处`,
    kept: (places) => `${places} 处仍是示例值，请手动替换`,
    wrong: (example) => `不符合该类型，例如：${example}`,
    keptHere: '示例值，请手动替换',
    close: '关闭',
  },
};
