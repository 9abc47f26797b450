import { join } from 'node:path';
import { build } from 'esbuild';

/** Bundle the command line and all that it needs into one script. */
export async function bundleCli(version: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [join(import.meta.dirname, '../package-main.ts')],
    bundle: true,
    write: false,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    minify: true,
    legalComments: 'inline',
    define: { FIXRATE_VERSION: JSON.stringify(version) },
    // What is bundled may still use `require` for modules of Node.
    banner: {
      js: "#!/usr/bin/env node\nimport { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);",
    },
    logLevel: 'error',
  });
  const [file] = outputFiles;
  if (file === undefined) throw new Error('esbuild wrote no bundle');
  return file.text;
}
