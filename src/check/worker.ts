// Inspects some entries a call, in a thread of its own.
import { type Inspected, inspectFolder } from './entries.ts';
import type { Surroundings } from './inspect.ts';

/** Entries to inspect one after the other. */
export interface Task {
  root: string;
  ids: readonly string[];
  surroundings: Surroundings;
}

export default ({ root, ids, surroundings }: Task): Inspected[] =>
  ids.map((id) => inspectFolder(root, id, surroundings));
