import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { contentRoot } from '../../entry/load/files.ts';
import { loadTaxonomy } from '../../entry/load/knowledge-base.ts';
import { packLargeTarball } from '../../npm/tarball.ts';
import { textFile } from '../../tar/chunks.ts';
import { bundleCli } from './bundle.ts';
import { dataFiles } from './files.ts';
import { PACKAGE_PATH } from './path.ts';

/** Pack the command line with its data, so that the site serves it: `npm i -g <site>/cli/fixrate.tgz`. */
export function cliPackageIntegration(): AstroIntegration {
  let cache = '';
  return {
    name: 'cli-package',
    hooks: {
      'astro:config:done': ({ config }) => {
        cache = join(fileURLToPath(config.cacheDir), 'cli-package');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const site = fileURLToPath(dir);
        const root = fileURLToPath(new URL('../../../', import.meta.url));
        const { version, license } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
          version: string;
          license: string;
        };
        const manifest = {
          name: 'fixrate',
          version,
          license,
          description: 'Names known errors in a message or a log, and says what fixed them, by trials.',
          type: 'module',
          bin: { fixrate: 'fixrate.js' },
          engines: { node: '>=20' },
        };
        const read = (path: string): string => readFileSync(join(root, path), 'utf8');
        const bundle = bundleCli(version);
        const domains = loadTaxonomy(contentRoot()).taxonomy?.domains ?? {};
        const files = [
          ...['LICENSE', 'LICENSE-CONTENT'].map((path) => textFile(path, read(path))),
          ...dataFiles(site, domains, join(cache, 'catalogue.json')),
          textFile('fixrate.js', await bundle),
        ];
        const tarball = await packLargeTarball(manifest, files, join(cache, 'parts'));
        mkdirSync(join(site, 'cli'), { recursive: true });
        writeFileSync(join(site, PACKAGE_PATH), tarball);
        logger.info(`${PACKAGE_PATH}: ${(tarball.length / 1024).toFixed(0)} KiB`);
      },
    },
  };
}
