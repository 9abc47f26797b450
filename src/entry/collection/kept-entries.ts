import { join } from 'node:path';

/**
 * Where entries are kept. A server for development keeps its own, so that a build beside it, of other content
 * or for another address, takes nothing away.
 */
export function keptEntries(cache: string, isDevelopment: boolean): string {
  return join(cache, 'entries', isDevelopment ? 'development' : 'build');
}
