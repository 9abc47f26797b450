/** Open every fold around a place and bring it into view, for browsers that do not by themselves. */
export function unfold(target: Element | null): void {
  let fold = target?.closest<HTMLDetailsElement>('details:not([open])');
  if (!fold) return;
  for (; fold; fold = fold.parentElement?.closest('details:not([open])')) fold.open = true;
  target?.scrollIntoView();
}
