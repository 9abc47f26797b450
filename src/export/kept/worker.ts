// Exports one entry a call, in a thread of its own.
import { exportEntry } from './export-entry.ts';

export default exportEntry;
