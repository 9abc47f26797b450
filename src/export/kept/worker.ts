// What threads are asked for, an entry a call. Pages and the search index, which others wait for, go first.
import { giveWay } from '../../process/threads.ts';

giveWay();

export { exportEntry, prepareEntry } from './export-entry.ts';
