// Reads one entry a call, in a thread of its own.
import { readEntry } from './read-entry.ts';

export default readEntry;
