import type { NamedSection, Prose, RemedyProse } from '../entry.ts';
import { stepOf } from './in-step.ts';
import type { ProsePlace } from './links.ts';
import type { Block, Outline } from './outline.ts';
import { renderSection } from './render.ts';

/**
 * Render the prose of an entry in one language.
 *
 * @param english the outline that it is a translation of
 */
export function renderProse(outline: Outline, english: Outline, place: ProsePlace): Prose {
  const [rootCause, ...blocks] = outline.blocks;
  const named = (block: Block): NamedSection => ({
    id: block.id,
    title: block.title,
    short: block.short ?? block.title,
    ...renderSection(block.content, place),
  });
  const remedy = (block: Block): RemedyProse => ({
    ...named(block),
    steps: Object.fromEntries(block.steps.map((step) => [step.id, renderSection(step.content, place)])),
  });
  return {
    stale: stepOf(outline.english, english.source) === 'stale',
    title: outline.title,
    summary: outline.summary,
    rootCause: renderSection(rootCause?.content ?? [], place),
    findings: blocks.filter((block) => block.component === 'Finding').map(named),
    causes: byId(blocks.filter((block) => block.component === 'Cause').map(named)),
    remedies: byId(blocks.filter(isRemedy).map(remedy)),
  };
}

/** Whether a block is a workaround or a dead end. */
export function isRemedy(block: Block): boolean {
  return block.component === 'Workaround' || block.component === 'DeadEnd';
}

function byId<T extends { id: string }>(sections: readonly T[]): Record<string, T> {
  return Object.fromEntries(sections.map((section) => [section.id, section]));
}
