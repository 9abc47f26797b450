import type { NamedSection, Prose, RemedyProse } from '../../entry/entry.ts';
import type { PublishedText } from '../schema/entry.ts';

/** Write the prose of one language as Markdown by id. */
export function textToJson(prose: Prose): PublishedText {
  return {
    title: prose.title,
    summary: prose.summary,
    rootCause: prose.rootCause.markdown,
    findings: prose.findings.map(({ id, title, markdown }) => ({ id, title, markdown })),
    causes: Object.values(prose.causes).map(named),
    remedies: Object.values(prose.remedies).map((remedy) => ({ ...named(remedy), steps: steps(remedy) })),
  };
}

function named({ id, title, short, markdown }: NamedSection): PublishedText['causes'][number] {
  return { id, title, short, markdown };
}

function steps(remedy: RemedyProse): PublishedText['remedies'][number]['steps'] {
  return Object.entries(remedy.steps).map(([id, { markdown }]) => ({ id, markdown }));
}
