import { LOCALES } from '../../i18n/locales.ts';
import { askForPicture } from '../../picture/handover.ts';
import type { Collector } from './collector.ts';

/** Ask for the pictures of all entries: pages that are taken from an earlier build ask for none. */
export function collectPictures(): Collector {
  return {
    add: ({ pictures }) => {
      for (const locale of LOCALES) askForPicture(pictures[locale]);
    },
    finish: () => undefined,
  };
}
