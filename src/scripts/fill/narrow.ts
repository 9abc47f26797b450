import type { Verdict, VerdictCause } from '../../export/match/verdict.ts';

/** Let the causes stand back that do not print the reader's message: null brings all to the front again. */
export function standBack(verdict: Verdict, causes: readonly VerdictCause[] | null): void {
  const front = new Set((causes ?? verdict.causes).map(({ id }) => id));
  for (const { id } of verdict.causes) {
    const back = !front.has(id);
    document.getElementById(`cause-${id}`)?.classList.toggle('back', back);
    for (const link of document.querySelectorAll(`article a[href="#cause-${CSS.escape(id)}"]`))
      link.closest('tr, li')?.classList.toggle('back', back);
  }
}
