/**
 * Anchors of the page of trials, for links into it. They are for ever, as those of the entry page: causes,
 * remedies and environments have ids without dots.
 */
export const anchors = {
  /** All that was tried under a cause. */
  cause: (cause: string): string => `cause-${cause}`,
  /** What a cause showed in one environment. */
  shown: (cause: string, environment: string): string => `cause-${cause}.${environment}`,
  /** How the tells came out under a cause, in one environment or in all. */
  tell: (cause: string, environment?: string): string => join(`tell-${cause}`, environment),
  /** One remedy under every cause. */
  remedy: (remedy: string): string => `remedy-${remedy}`,
  /** One remedy under one cause, in one environment or in all: a cell of the matrix. */
  cell: (cause: string, remedy: string, environment?: string): string =>
    join(`${cause}.${remedy}`, environment),
  /** Every observation, and whether it agrees with most. */
  checks: 'checks',
};

/** Address of a place on the page of trials, from the page of the entry. */
export function trialsLink(anchor = ''): string {
  return anchor === '' ? 'trials/' : `trials/#${anchor}`;
}

function join(anchor: string, environment: string | undefined): string {
  return environment === undefined ? anchor : `${anchor}.${environment}`;
}
