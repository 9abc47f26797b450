import type { MatchInput } from '../../match/types.ts';
import { matchFiles } from '../match/match-index.ts';
import type { MakeCollector } from './collector.ts';

/** Write the match index, and the file that names it. It is one small line an entry, and weighs all against all. */
export const collectMatch: MakeCollector = (_, sink) => {
  const inputs: MatchInput[] = [];
  return {
    add: ({ index, match }) => {
      if (index.withdrawn === null) inputs.push(match);
    },
    finish: () => {
      for (const { path, text } of matchFiles(inputs)) sink.write(path, text);
    },
  };
};
