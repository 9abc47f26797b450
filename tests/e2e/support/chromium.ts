import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';
import sparticuz from '@sparticuz/chromium';

/** A browser and the flags that it needs here. */
export interface Browser {
  executablePath: string;
  args: string[];
}

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];

/** Root, as in most containers, cannot use Chromium's own sandbox. */
const ROOT_ARGS = process.getuid?.() === 0 ? ['--no-sandbox', '--disable-dev-shm-usage'] : [];

/**
 * Find a Chromium: CHROMIUM_PATH, the one Playwright downloads, the system's, or the one that comes as
 * an npm package, which needs no download of its own.
 */
export async function findChromium(): Promise<Browser> {
  const known = [process.env['CHROMIUM_PATH'], chromium.executablePath(), ...SYSTEM].find(
    (path) => path !== undefined && existsSync(path),
  );
  if (known !== undefined) return { executablePath: known, args: ROOT_ARGS };
  // Of the package's own flags none is taken: they switch web security off.
  return {
    executablePath: await sparticuz.executablePath(),
    args: [
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--use-gl=angle',
      '--use-angle=swiftshader',
      '--enable-unsafe-swiftshader',
    ],
  };
}
