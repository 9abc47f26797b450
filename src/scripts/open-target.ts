// Opens what is folded around the place that the address names, for browsers that do not by themselves.

/** Open every fold around the target of the address, and bring it into view. */
function openTarget(): void {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  let fold = target?.closest('details:not([open])');
  if (!fold) return;
  for (; fold; fold = fold.parentElement?.closest('details:not([open])'))
    (fold as HTMLDetailsElement).open = true;
  target?.scrollIntoView();
}

addEventListener('hashchange', openTarget);
openTarget();
