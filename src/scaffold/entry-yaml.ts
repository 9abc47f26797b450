import { FactsSchema } from '../entry/schema/facts.ts';
import { comment, indent, listKeys, off, on, writeCommented } from './commented.ts';

/** Ids that a new entry begins with; its author renames them, in all files. */
export const FIRST = { cause: 'first-cause', workaround: 'first-workaround', deadEnd: 'first-dead-end' };

const RENAME = 'FILL IN: rename it in all files, for it is part of links for good; then delete this comment';

/** Write the entry.yaml of a new entry. */
export function writeEntryYaml(tool: string): string {
  return `${comment('Facts of the error that are the same in every language. FILL IN marks what is yours to write: `npm run check` lists what is left. Keys behind a # are optional.')}

${writeCommented(FactsSchema, [], {
  signatures: on(`
  - 'FILL IN: the message, copied from the terminal; braces around a name for what varies'`),
  category: on('runtime_error # FILL IN: one of content/taxonomy.yaml; then delete this comment'),
  tool: on(tool),
  scope: on('generic'),
  httpStatus: off('502'),
  tags: off('[port, listen]'),
  context: off('[server.listen]'),
  aiGenerated: on('false # FILL IN: true if a model drafted the prose; then delete this comment'),
  firstSeen: off('{ date: 2011-08-20, source: https://example.org/thread }'),
  docs: off('[https://example.org/manual]'),
  versions: on(`
  - { product: ${tool}, tool: ${tool}, range: '1+', status: active } # FILL IN: its name as its makers write it, and which versions print the message`),
  placeholders: off(`
  port: { kind: port, example: 3000 }`),
  causes: on(`
  ${FIRST.cause}: # ${RENAME}
${indent(causeExample(), 4)}`),
  remedies: on(`
  ${FIRST.workaround}: # ${RENAME}
${indent(remedyExample(), 4)}
  ${FIRST.deadEnd}: # ${RENAME}
    side: dead-end
    steps:
      - { id: try, manual: true } # FILL IN: the step, as above`),
  reports: off(`
  - { cause: ${FIRST.cause}, remedy: ${FIRST.workaround}, outcome: fixed, url: https://example.org/thread, date: 2024-02-11 }`),
  estimates: off(`
  ${FIRST.workaround}: { rate: 0.5, why: { en: Why you think so., zh: 这样估计的理由。 } }`),
  related: off(
    '{ confusedWith: [{ message: another message, note: { en: What differs., zh: 区别在哪里。 } }] }',
  ),
})}
`;
}

function causeExample(): string {
  return writeCommented(FactsSchema, ['causes', 'x'], {
    tell: on(`
  run: 'true' # FILL IN: the command
  expect: '.' # FILL IN: a regular expression for what it prints under this cause`),
  });
}

function remedyExample(): string {
  return writeCommented(FactsSchema, ['remedies', 'x'], {
    side: on('workaround'),
    safety: on('read-only # FILL IN: what holds; then delete this comment'),
    undo: off('{ en: How to take it back., zh: 如何撤销。 }'),
    costs: off('{ restart: no, root: no, minutes: 1 }'),
    since: off("{ node: '18' }"),
    until: off("{ node: '22' }"),
    steps: on(`
${indent(listKeys(FactsSchema, ['remedies', 'x', 'steps', 0]), 2)}
  - { id: try, manual: true } # FILL IN: run, or another of these, in the place of manual`),
  });
}
