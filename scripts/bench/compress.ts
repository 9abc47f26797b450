import { cpSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const TEXTS = /\.(?:html|css|js|json|svg|md|txt|xml|webmanifest)$/;

/** As hard as hosts compress while somebody waits. */
const QUALITY = 5;

/** Copy a built site, with a compressed file beside every text, as hosts send it. */
export function compressSite(dist: string, target: string): void {
  cpSync(dist, target, { recursive: true });
  for (const file of readdirSync(target, { recursive: true, withFileTypes: true })) {
    if (!file.isFile() || !TEXTS.test(file.name)) continue;
    const path = join(file.parentPath, file.name);
    const params = { [constants.BROTLI_PARAM_QUALITY]: QUALITY };
    writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params }));
  }
}
