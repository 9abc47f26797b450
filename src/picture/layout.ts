import type { Picture } from './content.ts';

/** An element as satori takes it: https://github.com/vercel/satori#use-without-jsx */
export interface Box {
  type: string;
  props: { style: Record<string, string | number>; children?: (Box | string)[] | string };
}

/** Size of a picture in pixels: https://ogp.me/ leaves it open, unfurlers show 1.91 : 1 whole. */
export const SIZE = { width: 1200, height: 630 };

/** Names under which the fonts are loaded. */
export const FONTS = { latin: 'Noto Sans', han: 'Noto Sans SC', mono: 'Noto Sans Mono' };

const SANS = `${FONTS.latin}, ${FONTS.han}`;

/** Tokens of the site in its light scheme, src/styles/tokens.css. */
const INK = '#14181a';
const DIM = '#545d61';
const LINE = '#d3d8d9';
const FIX = '#00665a';
const EDGE = '#7b8487';

const PADDING = 56;
const BAR = 12;
const WIDTH = SIZE.width - 2 * PADDING;

/** Lay a picture out. */
export function layOut(picture: Picture): Box {
  const { place, headline, message, sentence, figures } = picture;
  const size = sizeOf(headline);
  const row = box({ justifyContent: 'space-between', width: WIDTH, fontSize: 30 }, [
    box({ fontWeight: 700 }, 'Fixrate'),
    box({ color: DIM }, place),
  ]);
  const head = box(
    {
      ...lines(size > 50 ? 2 : 3),
      width: WIDTH,
      marginTop: 28,
      fontFamily: message ? `${FONTS.mono}, ${SANS}` : SANS,
      fontSize: size,
      fontWeight: 700,
      lineHeight: 1.25,
      wordBreak: 'break-word',
    },
    headline,
  );
  const text = box(
    { ...lines(2), width: WIDTH, marginTop: 18, fontSize: 28, lineHeight: 1.4, color: DIM },
    sentence,
  );
  return box(
    {
      // Yoga counts neither padding nor border.
      width: WIDTH,
      height: SIZE.height - 2 * PADDING - BAR,
      flexDirection: 'column',
      padding: PADDING,
      backgroundColor: '#fff',
      color: INK,
      fontFamily: SANS,
      borderTop: `${BAR}px solid ${INK}`,
    },
    [row, head, text, box({ flexGrow: 1 }, []), ...(figures.length === 0 ? [] : [foot(figures)])],
  );
}

function foot(figures: Picture['figures']): Box {
  const width = figures.length === 1 ? WIDTH : (WIDTH - 48) / 2;
  return box(
    { width: WIDTH, justifyContent: 'space-between', borderTop: `2px solid ${LINE}`, paddingTop: 24 },
    figures.map(({ label, value, words, gauge }) =>
      box({ flexDirection: 'column', width }, [
        box({ fontSize: 24, color: DIM }, label),
        box({ alignItems: 'center', marginTop: 2, width }, [
          // A word or a percentage is short, the title of a workaround is not.
          box(
            gauge === null && value.length > 4
              ? { ...lines(2), width, fontSize: 28, fontWeight: 700, lineHeight: 1.25 }
              : { fontSize: 48, fontWeight: 700, lineHeight: 1.25 },
            value,
          ),
          ...(gauge === null ? [] : [meter(gauge)]),
        ]),
        box({ fontSize: 24, marginTop: 4, width, color: gauge === null ? DIM : INK }, words),
      ]),
    ),
  );
}

/** One segment for each cause, filled where it has a proven fix. */
function meter({ lit, of }: { lit: number; of: number }): Box {
  const width = Math.max(6, Math.min(36, Math.floor(300 / of) - 4));
  return box(
    { marginLeft: 24 },
    Array.from({ length: of }, (_, index) =>
      box(
        {
          width,
          height: 24,
          marginRight: 4,
          ...(index < lit ? { backgroundColor: FIX } : { border: `2px solid ${EDGE}` }),
        },
        [],
      ),
    ),
  );
}

/** Cut a text after so many lines. */
function lines(count: number): Record<string, string | number> {
  return { display: 'block', lineClamp: count };
}

/** Long headlines stand smaller; a Han character is as wide as two letters. */
function sizeOf(headline: string): number {
  const length = [...headline].reduce((sum, sign) => sum + (/\p{Script=Han}/u.test(sign) ? 2 : 1), 0);
  if (length > 110) return 36;
  return length > 60 ? 44 : 54;
}

function box(style: Record<string, string | number>, children: (Box | string)[] | string): Box {
  return { type: 'div', props: { style: { display: 'flex', ...style }, children } };
}
