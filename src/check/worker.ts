// Inspects some entries a call, in a thread of its own.
import { type Inspected, inspectFolder } from './entries.ts';
import type { Surroundings } from './inspect.ts';

/** Entries to inspect one after the other. */
export interface Task {
  root: string;
  ids: readonly string[];
  surroundings: Surroundings;
}

// The parser of YAML asks for a variable at each token: of a plain object that costs nothing.
process.env = { ...process.env };

export default ({ root, ids, surroundings }: Task): Inspected[] =>
  ids.map((id) => inspectFolder(root, id, surroundings));
