// Reads one entry a call, in a thread of its own.
import { readEntry } from './read-entry.ts';

// The parser of YAML asks for a variable at each token: of a plain object that costs nothing.
process.env = { ...process.env };

export default readEntry;
