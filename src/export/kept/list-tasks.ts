import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { digestCode } from '../../cache/code.ts';
import { keptPath } from '../../cache/kept.ts';
import { takeEntries } from '../../entry/collection/handover.ts';
import { contentRoot } from '../../entry/load/files.ts';
import type { OutputFolder } from '../../output/folder.ts';
import type { RenderContext } from '../render.ts';
import type { ExportTask } from './export-entry.ts';

const PROJECT = fileURLToPath(new URL('../../..', import.meta.url));

/**
 * List the entries of this build with where each is exported to. The export of an entry depends on the entry, on
 * all code and on the context, and its kept file is named by them.
 *
 * @param directory of the built site
 * @param cache folder that takes what is kept between builds
 * @param output knows the files that are there already
 */
export function listTasks(
  directory: string,
  cache: string,
  { site, taxonomy }: RenderContext,
  output: Pick<OutputFolder, 'taken'>,
): ExportTask[] {
  const context = { site, taxonomy };
  const common = JSON.stringify([digestCode(PROJECT, ['src']), context]);
  return takeEntries().map(({ id, digest, packed }) => {
    const all = createHash('sha256').update(common).update(digest).digest('hex');
    const kept = keptPath(cache, id, all);
    const keptFiles = kept.replace(/json$/, 'files');
    const isThere = output.taken('exports', kept) !== null;
    return { id, root: contentRoot(), packed, kept, keptFiles, isThere, directory, context };
  });
}
