import { join } from 'node:path';
import { build } from 'esbuild';
import type { Manifest } from './manifest.ts';

/**
 * Bundle the service worker. It holds the manifest, so that its own bytes change with any file of the site: by that the
 * browser knows that there is something new.
 */
export async function bundleWorker(manifest: Manifest): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, 'worker.ts')],
    bundle: true,
    write: false,
    // A classic script: only those may import others by an address that is not known before.
    format: 'iife',
    target: 'es2022',
    minify: true,
    legalComments: 'inline',
    define: { 'process.env.NODE_ENV': '"production"', FIXRATE_MANIFEST: JSON.stringify(manifest) },
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote no bundle of the service worker');
  return file.text;
}
