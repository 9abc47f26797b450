import { existsSync, readFileSync } from 'node:fs';
import { keep } from '../../cache/kept.ts';
import { unpackEntry } from '../../entry/collection/pack.ts';
import type { EntryShare } from '../collect/share.ts';
import { directorySink } from '../collect/sink.ts';
import {
  type RenderContext,
  type RenderedEntry,
  renderEntry,
  type WrittenFile,
  writeFiles,
} from '../render.ts';
import { packFiles, unpackFiles } from './files.ts';

/** An entry to export: plain data, so that it can be sent to a thread. */
export interface ExportTask {
  id: string;
  /** Content folder. */
  root: string;
  /** Path of the file that holds the entry, as the loader packed it. */
  packed: string;
  /** Path of the file that keeps its share. Whatever that depends on decides its name. */
  kept: string;
  /** Path of the file that keeps the files that it is exported to. */
  keptFiles: string;
  /** Whether these stand in the built site already. */
  isThere: boolean;
  /** Folder of the built site. */
  directory: string;
  context: RenderContext;
}

/** What a task did. */
export interface Exported {
  share: EntryShare;
  /** Paths of the files that it wrote; null where they were there. */
  paths: string[] | null;
}

/** Make what an entry is exported to, unless an earlier build kept it. */
export function prepareEntry(task: ExportTask): void {
  if (!isKept(task)) renderTask(task);
}

/** Write the files of an entry. */
export function exportEntry(task: ExportTask): Exported {
  if (task.isThere && isKept(task)) return { share: readShare(task), paths: null };
  const { share, files }: { share: EntryShare; files: WrittenFile[] } = isKept(task)
    ? { share: readShare(task), files: unpackFiles(readFileSync(task.keptFiles)) }
    : renderTask(task);
  writeFiles(files, directorySink(task.directory));
  return { share, paths: files.flatMap(({ paths }) => paths) };
}

function isKept({ kept, keptFiles }: ExportTask): boolean {
  return existsSync(kept) && existsSync(keptFiles);
}

function renderTask({ id, root, packed, kept, keptFiles, context }: ExportTask): RenderedEntry {
  const rendered = renderEntry(unpackEntry(root, id, readFileSync(packed, 'utf8')), context);
  keep(keptFiles, packFiles(rendered.files));
  keep(kept, JSON.stringify(rendered.share));
  return rendered;
}

function readShare({ kept }: ExportTask): EntryShare {
  return JSON.parse(readFileSync(kept, 'utf8')) as EntryShare;
}
