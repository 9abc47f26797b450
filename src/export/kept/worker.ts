// What threads are asked for, an entry a call.
export { exportEntry, prepareEntry } from './export-entry.ts';
