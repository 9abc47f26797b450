import { createHash } from 'node:crypto';
import type { Entry } from '../entry/entry.ts';
import { fillTemplate } from '../entry/placeholders.ts';
import { splitSignature } from '../entry/signature-pattern.ts';
import { formatPercent } from '../i18n/format.ts';
import type { Locale } from '../i18n/locales.ts';
import { type Strings, stringsOf } from '../i18n/strings.ts';

/** All that a picture shows, as text: what is alike is drawn once. */
export interface Picture {
  locale: Locale;
  /** Beside the name of the site. */
  place: string;
  /** In large letters: a message, or what the site is. */
  headline: string;
  /** Whether the headline is a message, shown as code. */
  message: boolean;
  sentence: string;
  /** Figures at the foot, with their labels. */
  figures: Figure[];
}

interface Figure {
  label: string;
  value: string;
  /** The value in words, with its fraction. */
  words: string;
  /** Parts of a whole that are filled; null where nothing is drawn. */
  gauge: { lit: number; of: number } | null;
}

/**
 * Raised whenever the same content is to look otherwise, so that pictures kept from earlier builds are
 * drawn anew; a test sees to it.
 */
export const LOOK = 1;

/** Longest texts that are drawn; what is longer is cut where it would no longer fit. */
const LONGEST = { place: 30, headline: 150, sentence: 170, remedy: 60 };

/** Choose what the picture of an entry shows: the message, the fix rate and the best workaround. */
export function pictureOfEntry(entry: Entry, locale: Locale, domain: string): Picture {
  const t = stringsOf(locale);
  const { facts, prose } = entry;
  const status = facts.httpStatus === null ? [] : [t.entry.http(facts.httpStatus)];
  return {
    locale,
    place: [shorten(domain, LONGEST.place), ...status].join(' · '),
    headline: shorten(messageOf(entry), LONGEST.headline),
    message: true,
    sentence: shorten(
      plain(`${prose[locale].title}${t.site.stop}${prose[locale].summary}`),
      LONGEST.sentence,
    ),
    figures: [fixRateOf(entry, locale, t), ...bestOf(entry, locale, t)],
  };
}

/** Choose what the picture of any other page shows. */
export function pictureOfSite(locale: Locale): Picture {
  const { site } = stringsOf(locale);
  return {
    locale,
    place: '',
    headline: site.tagline,
    message: false,
    sentence: site.description,
    figures: [],
  };
}

/** Path of a picture below the base of the site; another content has another name. */
export function picturePath(picture: Picture): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([LOOK, picture]))
    .digest('hex');
  return `assets/og.${digest.slice(0, 12)}.png`;
}

/** The headline as it is printed, with the examples of its placeholders. */
function messageOf({ id, facts }: Entry): string {
  const examples = Object.fromEntries(
    Object.entries(facts.placeholders).map(([name, { example }]) => [name, example]),
  );
  return splitSignature(facts.signatures[0]?.text.trim() ?? id)
    .map((part) => (part.kind === 'text' ? part.text : fillTemplate(`{${part.name}}`, examples)))
    .join('')
    .replace(/\s+/g, ' ');
}

function fixRateOf({ facts, rates: { fixRate } }: Entry, locale: Locale, t: Strings): Figure {
  const label = t.figure.fixRate;
  if (facts.withdrawn !== null) return { label, value: '–', words: t.verdict.withdrawn, gauge: null };
  if (fixRate.value === null) return { label, value: '–', words: t.verdict.notMeasured, gauge: null };
  const { value, proven, causes } = fixRate;
  return {
    label,
    value: formatPercent(value, locale),
    words: t.verdict.proven(proven, causes),
    gauge: { lit: proven, of: causes },
  };
}

function bestOf({ facts, prose, rates }: Entry, locale: Locale, t: Strings): Figure[] {
  const id = rates.order.workarounds.find((one) => (rates.remedies[one]?.fixes.length ?? 0) > 0);
  const best = id === undefined ? undefined : rates.remedies[id];
  if (id === undefined || best === undefined || facts.withdrawn !== null) return [];
  return [
    {
      label: t.picture.best,
      value: shorten(plain(prose[locale].remedies[id]?.title ?? id), LONGEST.remedy),
      words: t.picture.fixes(best.fixes.length, best.causes),
      gauge: null,
    },
  ];
}

function plain(text: string): string {
  return text.replaceAll('`', '');
}

/** Cut a text that is too long, at a blank where there is one near. */
function shorten(text: string, longest: number): string {
  if (text.length <= longest) return text;
  const cut = text.slice(0, longest);
  return `${cut.replace(/\s+\S{0,20}$/, '').replace(/[\uD800-\uDBFF]$/, '')}…`;
}
