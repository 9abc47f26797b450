import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import { cacheFolder } from './src/cache/kept.ts';
import { cliPackageIntegration } from './src/cli/package/integration.ts';
import { archiveIntegrations } from './src/export/archive/integration.ts';
import { exportsIntegration } from './src/export/integration.ts';
import { linksIntegration } from './src/export/links/integration.ts';
import { offlineIntegration } from './src/offline/integration.ts';
import { outputIntegrations } from './src/output/integration.ts';
import { picturesIntegration } from './src/picture/integration.ts';
import { searchIndex } from './src/search-index/integration.ts';
import { siteAddress } from './src/server/address.ts';

const site = siteAddress();
const archive = archiveIntegrations(site);
const output = outputIntegrations();
const search = searchIndex(output.folder);
const { FIXRATE_DIST } = process.env;

export default defineConfig({
  site: site.origin,
  base: site.base,
  // Tests and the benchmark build beside `dist` and its cache.
  outDir: FIXRATE_DIST || 'dist',
  cacheDir: cacheFolder(),
  trailingSlash: 'always',
  // The content security policy allows no inline style or script: everything is a file of its own.
  // Several pages under way keep the processor busy while files are written.
  build: { concurrency: 8, format: 'directory', inlineStylesheets: 'never', assets: 'assets' },
  // The output folder is emptied by an integration of ours, which keeps what need not be written again.
  vite: { build: { assetsInlineLimit: 0, emptyOutDir: false } },
  // Shiki would write style attributes, and Prism leaves languages that it does not know unescaped.
  markdown: { syntaxHighlight: false },
  integrations: [
    output.first,
    mdx(),
    search.begin,
    exportsIntegration(site, output.folder),
    picturesIntegration(site),
    linksIntegration(site, output.folder),
    archive.begin,
    cliPackageIntegration(),
    search.end,
    offlineIntegration(),
    archive.end,
    output.last,
  ],
  // Pages whose `cacheKey` and code are the same are taken from the build before.
  experimental: { incrementalBuild: true },
  devToolbar: { enabled: false },
});
