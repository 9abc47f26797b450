import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import sharp from 'sharp';
import { fixtureEntry } from '../export/fixture.ts';
import { LOOK, type Picture, pictureOfEntry, pictureOfSite, picturePath } from './content.ts';
import { drawPicture } from './draw.ts';
import { layOut } from './layout.ts';
import { writePictures } from './write.ts';

const ENTRY = fixtureEntry();

test('the picture of an entry says its message, its fix rate with the fraction and the best workaround', () => {
  const picture = pictureOfEntry(ENTRY, 'en', 'Node.js');
  assert.equal(picture.headline, 'listen failed: plain-text');
  assert.equal(picture.place, 'Node.js · HTTP 502');
  const [rate, best] = picture.figures;
  assert.match(rate?.value ?? '', /^\d+%$/);
  assert.match(rate?.words ?? '', /^\d of 3 causes/);
  assert.deepEqual(rate?.gauge?.of, 3);
  assert.match(best?.value ?? '', /English plain-text$/);
  assert.match(best?.words ?? '', /^fixes \d of 2 causes$/);
});

test('what was not measured is said so, without a number', () => {
  const { figures } = pictureOfEntry(fixtureEntry('x', false), 'en', 'Node.js');
  assert.deepEqual(figures, [{ label: 'Fix rate', value: '–', words: 'not measured yet', gauge: null }]);
});

test('the name of a picture changes with its content and its language, and with nothing else', () => {
  const path = picturePath(pictureOfEntry(ENTRY, 'en', 'Node.js'));
  assert.equal(picturePath(pictureOfEntry(fixtureEntry(), 'en', 'Node.js')), path);
  assert.notEqual(picturePath(pictureOfEntry(ENTRY, 'zh', 'Node.js')), path);
  assert.notEqual(picturePath(pictureOfEntry(fixtureEntry('other'), 'en', 'Node.js')), path);
});

test('whoever changes the look raises its number, so that kept pictures are drawn anew', () => {
  const layouts = [layOut(pictureOfEntry(ENTRY, 'en', 'Node.js')), layOut(pictureOfSite('zh'))];
  const digest = createHash('sha256').update(JSON.stringify(layouts)).digest('hex').slice(0, 12);
  assert.deepEqual(
    { look: LOOK, digest },
    { look: 1, digest: '484a8d0fdf00' },
    'raise LOOK and put the new digest here',
  );
});

test('a picture is a PNG of the size that unfurlers show whole, and small, however long its texts', async () => {
  const long = `${'很长的报错信息'.repeat(20)} ${'A_very_long_identifier_'.repeat(12)}`;
  for (const locale of ['en', 'zh'] as const) {
    const png = await drawPicture(pictureOfEntry(fixtureEntry(long), locale, long));
    const { format, width, height } = await sharp(png).metadata();
    assert.deepEqual({ format, width, height }, { format: 'png', width: 1200, height: 630 });
    assert.ok(png.length <= 60 * 1024, `${png.length} bytes`);
    assert.ok(
      (await inkOf(png, { left: 0, top: 600, width: 1200, height: 30 })) === 0,
      'the foot stays free',
    );
  }
});

test('Han characters are drawn as themselves, not as boxes', async () => {
  const draw = (sentence: string): Promise<Buffer> => drawPicture({ ...pictureOfSite('zh'), sentence });
  // Characters that a font lacks all look alike.
  assert.notDeepEqual(await draw('端口被占用'), await draw('连接被拒绝'));
});

test('what was drawn once is not drawn again', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'fixrate-pictures-'));
  try {
    const pictures = new Map<string, Picture>(
      [pictureOfSite('en'), pictureOfSite('zh')].map((picture) => [picturePath(picture), picture]),
    );
    const cache = join(folder, 'cache');
    assert.equal(await writePictures(pictures, join(folder, 'one'), cache), 2);
    assert.equal(await writePictures(pictures, join(folder, 'two'), cache), 0);
    assert.deepEqual(readdirSync(join(folder, 'two/assets')).length, 2);
    for (const path of pictures.keys())
      assert.deepEqual(readFileSync(join(folder, 'one', path)), readFileSync(join(folder, 'two', path)));
    const [kept = ''] = pictures.keys();
    pictures.delete(kept);
    assert.equal(await writePictures(pictures, join(folder, 'three'), cache), 0);
    assert.ok(!existsSync(join(cache, basename(kept))), 'what no page asks for is kept no longer');
  } finally {
    rmSync(folder, { recursive: true });
  }
});

/** How many pixels of a part of a picture are not white. */
async function inkOf(
  png: Buffer,
  part: { left: number; top: number; width: number; height: number },
): Promise<number> {
  const { data } = await sharp(png).extract(part).greyscale().raw().toBuffer({ resolveWithObject: true });
  return data.filter((value) => value < 250).length;
}
