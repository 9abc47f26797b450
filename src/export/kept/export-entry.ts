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
  /** Path of the file that keeps what it is exported to. Whatever that depends on decides its name. */
  kept: string;
  /** Folder of the built site. */
  directory: string;
  context: RenderContext;
}

/** What a task wrote. */
export interface Exported {
  share: EntryShare;
  /** Files written. */
  count: number;
}

/** Make what an entry is exported to, unless an earlier build kept it. */
export function prepareEntry(task: ExportTask): void {
  if (!existsSync(task.kept)) renderTask(task);
}

/** Write the files of an entry. */
export function exportEntry(task: ExportTask): Exported {
  const sink = directorySink(task.directory);
  const rendered = existsSync(task.kept) ? readKept(task.kept) : renderTask(task);
  return { share: writeEntry(rendered, sink), count: sink.count };
}

function renderTask({ id, root, packed, kept, context }: ExportTask): RenderedEntry {
  const rendered = renderEntry(unpackEntry(root, id, readFileSync(packed, 'utf8')), context);
  keep(kept, JSON.stringify(rendered));
  return rendered;
}

function readKept(path: string): RenderedEntry {
  return JSON.parse(readFileSync(path, 'utf8')) as RenderedEntry;
}
