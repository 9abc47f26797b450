import { z } from 'zod';

/** Folders of a sandbox that are no files of its own: the kernel's, and those of the lab's agent. */
const CLOSED = ['/proc', '/sys', '/dev', '/run/lab'];

/** Path of a file in a sandbox; a relative one stands in the home directory. */
export const SandboxPathSchema = z
  .string()
  .min(1)
  .max(1024)
  .refine((path) => !path.split('/').includes('..'), 'must be a path without .. in it')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: that is what must not stand there
  .refine((path) => !/[\u0000-\u001f\u007f]/.test(path), 'must be a path without control characters')
  .refine(
    (path) => !CLOSED.some((folder) => `${path.replace(/\/+/g, '/')}/`.startsWith(`${folder}/`)),
    `must be a path outside ${CLOSED.join(', ')}`,
  )
  .meta({ description: 'Path in the sandbox; relative ones stand in the home directory.' });
