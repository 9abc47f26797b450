import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import type { SiteAddress } from '../server/address.ts';
import { drawPicture } from './draw.ts';
import { askedPictures } from './handover.ts';
import { writePictures } from './write.ts';

/** Draw the pictures that pages unfurl to: in a build those that its cache does not hold, while developing each when it is asked for. */
export function picturesIntegration(site: SiteAddress): AstroIntegration {
  let cache = '';
  return {
    name: 'pictures',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'pictures');
      },
      'astro:server:setup': ({ server }) => {
        server.middlewares.use((request, response, next) => {
          const { pathname } = new URL(request.url ?? '/', site.origin);
          const path = pathname.startsWith(site.base) ? pathname.slice(site.base.length) : pathname.slice(1);
          const picture = askedPictures().get(path);
          if (picture === undefined) return next();
          drawPicture(picture).then((png) => {
            response.setHeader('Content-Type', 'image/png');
            response.end(png);
          }, next);
        });
      },
      'astro:build:done': async ({ dir, logger }) => {
        if (process.env['FIXRATE_PICTURES'] === 'skip')
          return logger.info('no pictures, as FIXRATE_PICTURES says');
        const start = performance.now();
        const pictures = askedPictures();
        const drawn = await writePictures(pictures, fileURLToPath(dir), cache);
        const seconds = ((performance.now() - start) / 1000).toFixed(1);
        logger.info(`${pictures.size} pictures, ${drawn} of them drawn, in ${seconds} s`);
      },
    },
  };
}
