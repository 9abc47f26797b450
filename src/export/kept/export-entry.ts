import { existsSync, readFileSync } from 'node:fs';
import { keep } from '../../entry/collection/kept.ts';
import { unpackEntry } from '../../entry/collection/pack.ts';
import type { EntryShare } from '../collect/share.ts';
import { directorySink } from '../collect/sink.ts';
import { type RenderContext, type RenderedEntry, renderEntry, writeEntry } from '../render.ts';

/** An entry to export: plain data, so that it can be sent to a thread. */
export interface ExportTask {
  id: string;
  /** Content folder. */
  root: string;
  /** Path of the file that holds the entry, as the loader packed it. */
  packed: string;
  /** Path of the file that keeps what it is exported to; it depends on all that this depends on. */
  kept: string;
  /** Folder of the built site. */
  directory: string;
  context: RenderContext;
}

/** What a task did. */
export interface Exported {
  share: EntryShare;
  /** Files written. */
  count: number;
}

/** Write the files of an entry; what an earlier build kept is not made again. */
export function exportEntry({ id, root, packed, kept, directory, context }: ExportTask): Exported {
  const sink = directorySink(directory);
  const rendered = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as RenderedEntry) : render();
  return { share: writeEntry(rendered, sink), count: sink.count };

  function render(): RenderedEntry {
    const made = renderEntry(unpackEntry(root, id, readFileSync(packed, 'utf8')), context);
    keep(kept, JSON.stringify(made));
    return made;
  }
}
