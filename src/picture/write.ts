import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { basename, join } from 'node:path';
import { forgetKept, keep } from '../cache/kept.ts';
import { withThreads } from '../process/threads.ts';
import type { Picture } from './content.ts';

/** Pictures for which a thread more is worth its start. */
const WORTH_A_THREAD = 20;

/**
 * Write pictures below a directory. Those that an earlier build drew are taken from its cache, which then holds these alone.
 *
 * @param pictures by path
 * @param cache folder that is kept between builds
 * @returns how many had to be drawn
 */
export async function writePictures(
  pictures: ReadonlyMap<string, Picture>,
  directory: string,
  cache: string,
): Promise<number> {
  const keptAt = (path: string): string => join(cache, basename(path));
  const missing = [...pictures].filter(([path]) => !existsSync(keptAt(path)));
  await drawAll(missing.map(([path, picture]) => ({ file: keptAt(path), picture })));
  mkdirSync(join(directory, 'assets'), { recursive: true });
  for (const path of pictures.keys()) copyFileSync(keptAt(path), join(directory, path));
  forgetKept(cache, new Set([...pictures.keys()].map(keptAt)));
  return missing.length;
}

interface Task {
  file: string;
  picture: Picture;
}

async function drawAll(tasks: readonly Task[]): Promise<void> {
  if (tasks.length === 0) return;
  const threads = Math.min(availableParallelism(), Math.ceil(tasks.length / WORTH_A_THREAD));
  await withThreads(new URL('./worker.ts', import.meta.url), threads, (pool) =>
    Promise.all(tasks.map(async ({ file, picture }) => keep(file, (await pool.run(picture)) as Uint8Array))),
  );
}
