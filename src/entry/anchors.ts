/**
 * Anchors of the page of an entry. Once linked they are for ever: they are made of ids alone, so that order,
 * side and wording may change. Ids hold no dots.
 */
export const entryAnchors = {
  cause: (cause: string): string => `cause-${cause}`,
  remedy: (remedy: string): string => `remedy-${remedy}`,
  step: (remedy: string, step: string): string => `remedy-${remedy}-${step}`,
  /** One remedy under one cause: a cell of the matrix. */
  cell: (cause: string, remedy: string): string => `cell-${cause}.${remedy}`,
};

/** What an anchor names; whether it is there is another question. */
export type EntryPlace =
  | { kind: 'cause'; cause: string }
  /** `rest` is an id of a remedy, or of a remedy and a step of it with a hyphen between. */
  | { kind: 'remedy'; rest: string }
  | { kind: 'cell'; cause: string; remedy: string }
  | { kind: 'other' };

/** Read what an anchor names. */
export function readAnchor(anchor: string): EntryPlace {
  const [, kind, rest = ''] = /^(cause|remedy|cell)-(.+)$/.exec(anchor) ?? [];
  const [cause = '', remedy = ''] = rest.split('.');
  if (kind === 'cause') return { kind, cause: rest };
  if (kind === 'remedy') return { kind, rest };
  if (kind === 'cell' && cause !== '' && remedy !== '') return { kind, cause, remedy };
  return { kind: 'other' };
}

/**
 * Find the remedy that the anchor of one of its steps names: of those that fit, the one with the longest id.
 *
 * @example ownerOf('move-away-set', ['move', 'move-away']) // => 'move-away'
 */
export function ownerOf(rest: string, remedies: Iterable<string>): string | null {
  const fitting = [...remedies].filter((id) => rest === id || rest.startsWith(`${id}-`));
  return fitting.sort((a, b) => b.length - a.length)[0] ?? null;
}
