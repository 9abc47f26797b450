import { PATHS } from '../urls.ts';
import type { MakeCollector } from './collector.ts';

/** Write `v1/entries.ndjson`: every entry without its single trials, one a line. */
export const collectRecords: MakeCollector = (_, sink) => {
  const file = sink.open(PATHS.records);
  return {
    add: ({ record }) => file.write(`${record}\n`),
    finish: () => file.close(),
  };
};
