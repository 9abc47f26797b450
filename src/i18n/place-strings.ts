import type { Locale } from './locales.ts';

/** What an entry says of the places that links to it name. A table of its own, since it goes into the browser. */
export interface PlaceStrings {
  /** A remedy that was taken out; the reason follows. */
  dropped(id: string): string;
  gone: Record<'cause' | 'remedy' | 'other', (name: string) => string>;
  step(name: string): string;
  noColumn: string;
  /** Before the names of headings, between them, and after. */
  look: string;
  or: string;
  stop: string;
  close: string;
}

export const PLACE_STRINGS: Record<Locale, PlaceStrings> = {
  en: {
    dropped: (id) => `The remedy “${id}” was taken out:`,
    gone: {
      cause: (name) => `The link names a cause that is not here any more: “${name}”.`,
      remedy: (name) => `The link names a remedy that is not here any more: “${name}”.`,
      other: (name) => `This page has no place “${name}” any more.`,
    },
    step: (name) => `The step “${name}” is not here any more; this is the remedy that it was part of.`,
    noColumn: 'The table has no room for this result; it stands in the section of the remedy, here.',
    look: 'Look under ',
    or: ' or ',
    stop: '.',
    close: 'Close',
  },
  zh: {
    dropped: (id) => `办法“${id}”已移除，理由：`,
    gone: {
      cause: (name) => `链接所指的原因“${name}”已不在本页。`,
      remedy: (name) => `链接所指的办法“${name}”已不在本页。`,
      other: (name) => `本页已没有“${name}”这个位置。`,
    },
    step: (name) => `步骤“${name}”已不在本页，这里是它所属的办法。`,
    noColumn: '表格放不下这一列，结果在该办法的小节里，就在这里。',
    look: '请看',
    or: '或',
    stop: '。',
    close: '关闭',
  },
};
