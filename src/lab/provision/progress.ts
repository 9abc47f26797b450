import { runCommand } from './command.ts';

/** Receives a line each time there is something to tell. */
export type Progress = (line: string) => void;

export const silent: Progress = () => {};

const EVERY_MS = 10_000;

/**
 * Do work that fills a folder, and tell every few seconds how long it takes and how large the folder is;
 * what is fetched does not say how large it will be.
 *
 * @param phase what it is at, for work that tells.
 */
export async function watchGrowth<T>(
  what: string,
  folder: string,
  progress: Progress,
  work: () => Promise<T>,
  phase: () => string = () => '',
): Promise<T> {
  const start = Date.now();
  const tell = async (): Promise<void> => {
    const size = await folderMegabytes(folder);
    const parts = [phase(), `${Math.round((Date.now() - start) / 1000)} s`, size > 1 ? `${size} MB` : ''];
    progress(`${what}: ${parts.filter((part) => part !== '').join(', ')}`);
  };
  progress(what);
  const timer = setInterval(() => void tell(), EVERY_MS);
  try {
    const result = await work();
    clearInterval(timer);
    await tell();
    return result;
  } finally {
    clearInterval(timer);
  }
}

async function folderMegabytes(folder: string): Promise<number> {
  const { stdout } = await runCommand('du', ['-sm', folder]);
  return Number.parseInt(stdout, 10) || 0;
}
