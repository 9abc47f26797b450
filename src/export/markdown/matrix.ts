import type { Cell } from '../../entry/rates.ts';
import { remediesInOrder } from '../model.ts';
import { type Context, causeTitle } from './context.ts';
import { blocks, code, heading, inline, list, table } from './gfm.ts';

/** Stands where nothing was or can be tried. */
const NOTHING = '–';

/** Write cause × remedy with fractions, and the versions that they were counted over. */
export function matrix(context: Context): string | null {
  const { entry, prose, words } = context;
  if (entry.results === null) return null;
  const remedies = remediesInOrder(entry);
  const head = remedies.map(({ id }) => prose.remedies[id]?.short ?? id);
  const rows = Object.keys(entry.facts.causes).map((cause) => [
    causeTitle(context, cause),
    ...remedies.map(({ rates }) => cellText(context, rates.cells[cause])),
  ]);
  return blocks([
    heading(2, words.matrix),
    inline(words.matrixIntro),
    table([words.cause, ...head], rows),
    `${words.environments}${words.aside(entry.results.date)}`,
    list(environments(context)),
  ]);
}

function cellText({ words }: Context, cell: Cell | undefined): string {
  if (cell === undefined || cell.value === null) return NOTHING;
  return `${cell.fixed}/${cell.trials} ${words.outcomes[cell.outcome]}`;
}

function environments({ entry, words }: Context): string[] {
  return Object.entries(entry.results?.environments ?? {}).map(([id, { versions }]) => {
    const tools = Object.entries(versions).map(([tool, version]) => inline(`${tool} ${version}`));
    return `${code(id)}${words.colon}${tools.join(words.comma)}`;
  });
}
