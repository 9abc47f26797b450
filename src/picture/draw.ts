import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { Resvg } from '@resvg/resvg-js';
import satori, { type Font } from 'satori';
import sharp from 'sharp';
import type { Picture } from './content.ts';
import { FONTS, layOut, SIZE } from './layout.ts';

const require = createRequire(import.meta.url);
const COLOURS = 32;

let fonts: Font[] | null = null;

/**
 * Draw a picture as PNG.
 *
 * @throws Error if a font is not installed, or the drawing fails
 */
export async function drawPicture(picture: Picture): Promise<Buffer> {
  fonts ??= readFonts();
  // Satori is typed for React elements; it takes plain ones.
  const layout = layOut(picture) as unknown as Parameters<typeof satori>[0];
  const svg = await satori(layout, { ...SIZE, fonts });
  // All letters are outlines by now.
  const image = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
  const raw = { width: image.width, height: image.height, channels: 4 as const };
  // Few colours are enough for letters, and a third of the size.
  return sharp(image.pixels, { raw })
    .flatten({ background: '#fff' })
    .png({ palette: true, colours: COLOURS, dither: 0, effort: 4, compressionLevel: 9 })
    .toBuffer();
}

function readFonts(): Font[] {
  const weights = [400, 700] as const;
  const load = (name: string, family: string, subset: string): Font[] =>
    weights.map((weight) => ({
      name,
      weight,
      style: 'normal',
      data: readFileSync(
        require.resolve(`@fontsource/${family}/files/${family}-${subset}-${weight}-normal.woff`),
      ),
    }));
  return [
    ...load(FONTS.latin, 'noto-sans-sc', 'latin'),
    ...load(FONTS.han, 'noto-sans-sc', 'chinese-simplified'),
    ...load(FONTS.mono, 'noto-sans-mono', 'latin'),
  ];
}
