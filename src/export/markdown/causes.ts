import { type Context, causeTitle, remedyTitle, wording } from './context.ts';
import { blocks, code, fence, heading, inline, list, rich } from './gfm.ts';

/** Write the wordings of the error, each in a block of its own. */
export function wordings({ entry, words }: Context): string {
  const parts = entry.facts.signatures.flatMap((signature) => {
    const notes = [
      ...(signature.composed ? [words.composed] : []),
      ...(signature.by === null ? [] : [words.printedBy(signature.by, signature.versions)]),
      ...(signature.locale === null ? [] : [signature.locale]),
    ];
    const text = fence(wording(signature.text), 'text');
    return notes.length === 0 ? [text] : [rich(notes.join(words.comma)), text];
  });
  return blocks([heading(2, words.wordings), ...parts]);
}

/** Write every cause with its tell and with what fixes it, in the order in which tells are tried. */
export function causes(context: Context): string {
  const { entry, words } = context;
  const parts = Object.keys(entry.facts.causes).map((id, index) => cause(context, id, index + 1));
  return blocks([heading(2, words.causes), inline(words.causesIntro), ...parts]);
}

function cause(context: Context, id: string, position: number): string {
  const { entry, prose, words, fill } = context;
  const tell = entry.facts.causes[id]?.tell ?? null;
  return blocks([
    heading(3, causeTitle(context, id), position),
    prose.causes[id]?.markdown ?? null,
    tell === null ? words.noTell : fence(fill(tell.run), 'sh'),
    tell === null ? null : `${words.prints} ${code(fill(tell.expect))}`,
    list([...seen(context, id), best(context, id)]),
  ]);
}

function seen({ entry, words }: Context, id: string): string[] {
  const rates = entry.rates.causes[id];
  const line = (label: string, environments: string[] = []): string[] =>
    environments.length === 0 ? [] : [`${label}${words.colon}${environments.map(code).join(' ')}`];
  const where = [
    ...line(words.reproducedIn, rates?.reproduced),
    ...line(words.notReproducedIn, rates?.notReproduced),
  ];
  return where.length === 0 ? [words.neverReproduced] : where;
}

function best(context: Context, id: string): string {
  const { entry, words } = context;
  const found = entry.rates.causes[id]?.best ?? null;
  if (found === null || found.value === 0) return words.nothingFixes;
  const cell = entry.rates.remedies[found.remedy]?.cells[id];
  const reports = entry.facts.reports.filter(({ cause, remedy }) => cause === id && remedy === found.remedy);
  const fraction =
    found.basis === 'lab' && cell !== undefined
      ? `${cell.fixed}/${cell.trials}`
      : words.reportsSay(reports.filter(({ outcome }) => outcome === 'fixed').length, reports.length);
  return `${words.fixedBy}${words.colon}${rich(remedyTitle(context, found.remedy))}${words.aside(`${context.percent(found.value)}${words.comma}${fraction}`)}`;
}
