import { LOCALES } from '../../i18n/locales.ts';
import type { Problem } from '../problems/problem.ts';
import type { Block, Outline } from '../prose/outline.ts';
import { isRemedy } from '../prose/prose.ts';
import type { YamlFile } from '../yaml/document.ts';
import type { ParsedEntry } from './parse.ts';

/** Something that stands in entry.yaml and, under the same id and in the same order, in every language. */
interface Listing {
  /** Name one of them: `cause port-held`, `step end of stop-the-holder`. */
  name(id: string): string;
  ids: string[];
  /** Where the list stands in entry.yaml; null where the facts do not have it. */
  path: PropertyKey[] | null;
  /** Component to write for an id. */
  component(id: string): string;
  find(outline: Outline): Block[];
}

/** Hold the prose in every language against the facts: the same causes, remedies and steps in the same order. */
export function compareStructure({ yaml, outlines }: Pick<ParsedEntry, 'yaml' | 'outlines'>): Problem[] {
  if (yaml === null || yaml.value === null) return [];
  const present = LOCALES.flatMap((locale) => outlines[locale] ?? []);
  const listings = listingsOf(yaml.value, present);
  return [
    ...listings.flatMap((listing) => present.flatMap((outline) => compareListing(listing, outline, yaml))),
    ...present.flatMap((outline) => [...compareSides(outline, yaml.value), ...compareGroups(outline)]),
  ];
}

function listingsOf(facts: unknown, outlines: readonly Outline[]): Listing[] {
  const remedies = recordAt(facts, 'remedies');
  const causes: Listing = {
    name: (id) => `cause ${id}`,
    ids: Object.keys(recordAt(facts, 'causes')),
    path: ['causes'],
    component: () => 'Cause',
    find: (outline) => outline.blocks.filter((block) => block.component === 'Cause'),
  };
  const all: Listing = {
    name: (id) => `remedy ${id}`,
    ids: Object.keys(remedies),
    path: ['remedies'],
    component: (id) => componentFor(remedies[id]),
    find: (outline) => outline.blocks.filter(isRemedy),
  };
  return [
    causes,
    all,
    findingsOf(outlines),
    ...Object.entries(remedies).map(([id, remedy]) => stepsOf(id, remedy)),
  ];
}

/** Findings are prose alone: the first language says which there are. */
function findingsOf(outlines: readonly Outline[]): Listing {
  const find = (outline: Outline): Block[] => outline.blocks.filter((block) => block.component === 'Finding');
  const ids = [...new Set(outlines.flatMap((outline) => find(outline).map((block) => block.id)))];
  return { name: (id) => `finding ${id}`, ids, path: null, component: () => 'Finding', find };
}

function stepsOf(remedy: string, value: unknown): Listing {
  const steps = Reflect.get(Object(value), 'steps') as unknown;
  return {
    name: (id) => `step ${id} of ${remedy}`,
    ids: Array.isArray(steps)
      ? steps.flatMap((step) => Reflect.get(Object(step), 'id') ?? []).map(String)
      : [],
    path: ['remedies', remedy, 'steps'],
    component: () => 'Step',
    find: (outline) => outline.blocks.find((block) => isRemedy(block) && block.id === remedy)?.steps ?? [],
  };
}

function compareListing(listing: Listing, outline: Outline, yaml: YamlFile): Problem[] {
  const blocks = listing.find(outline);
  // The steps of a remedy that is not there at all are not said to be missing one by one.
  if (listing.component('') === 'Step' && blocks.length === 0 && !hasRemedy(outline, listing)) return [];
  const found = blocks.map((block) => block.id);
  const problems: Problem[] = [];
  for (const id of listing.ids.filter((one) => !found.includes(one))) {
    const message = `the ${listing.name(id)} is missing in ${outline.file}`;
    const tip = `write <${listing.component(id)} id="${id}"…> there, or take it out everywhere`;
    problems.push(at(placeIn(listing, yaml, id) ?? { file: outline.file, line: 1, column: 1 }, message, tip));
  }
  blocks.forEach((block, index) => {
    const place = { file: outline.file, ...block.place };
    if (!listing.ids.includes(block.id)) {
      problems.push(
        at(
          place,
          `${yaml.file} has no ${listing.name(block.id)}`,
          `it has ${listing.ids.join(', ') || 'none'}`,
        ),
      );
    } else if (found.indexOf(block.id) !== index) {
      problems.push(at(place, `the ${listing.name(block.id)} is told twice`, 'leave one of them'));
    }
  });
  return [...problems, ...compareOrder(listing, blocks, outline)];
}

function compareOrder(listing: Listing, blocks: readonly Block[], outline: Outline): Problem[] {
  const shared = blocks.filter((block) => listing.ids.includes(block.id));
  const wanted = listing.ids.filter((id) => shared.some((block) => block.id === id));
  if (shared.length !== wanted.length) return [];
  const index = shared.findIndex((block, position) => block.id !== wanted[position]);
  const block = shared[index];
  if (block === undefined) return [];
  const message = `the ${listing.name(block.id)} stands where ${wanted[index]} should`;
  return [
    at({ file: outline.file, ...block.place }, message, `keep one order everywhere: ${wanted.join(', ')}`),
  ];
}

function compareSides(outline: Outline, facts: unknown): Problem[] {
  const remedies = recordAt(facts, 'remedies');
  return outline.blocks
    .filter((block) => isRemedy(block) && Object.hasOwn(remedies, block.id))
    .filter((block) => componentFor(remedies[block.id]) !== block.component)
    .map((block) => {
      const wanted = componentFor(remedies[block.id]);
      const message = `${block.id} is a <${block.component}> here, but entry.yaml has it on the other side`;
      return at(
        { file: outline.file, ...block.place },
        message,
        `write <${wanted}>, or change its side in entry.yaml`,
      );
    });
}

const GROUPS = ['RootCause', 'Finding', 'Cause', 'remedy'];

function compareGroups(outline: Outline): Problem[] {
  const groupOf = (block: Block): number => GROUPS.indexOf(isRemedy(block) ? 'remedy' : block.component);
  return outline.blocks.flatMap((block, index) => {
    const before = outline.blocks[index - 1];
    if (before === undefined || groupOf(before) <= groupOf(block)) return [];
    const message = `<${block.component} id="${block.id}"> stands below a <${before.component}>`;
    return [
      at({ file: outline.file, ...block.place }, message, 'order: root cause, findings, causes, remedies'),
    ];
  });
}

function hasRemedy(outline: Outline, listing: Listing): boolean {
  return outline.blocks.some((block) => isRemedy(block) && listing.path?.[1] === block.id);
}

function placeIn(
  listing: Listing,
  yaml: YamlFile,
  id: string,
): Omit<Problem, 'rule' | 'message' | 'tip'> | null {
  if (listing.path === null) return null;
  const last = listing.component('') === 'Step' ? [listing.ids.indexOf(id), 'id'] : [id];
  return { file: yaml.file, ...yaml.placeOfKey([...listing.path, ...last]) };
}

function componentFor(remedy: unknown): string {
  return Reflect.get(Object(remedy), 'side') === 'dead-end' ? 'DeadEnd' : 'Workaround';
}

function recordAt(value: unknown, key: string): Record<string, unknown> {
  const found = Reflect.get(Object(value), key) as unknown;
  return typeof found === 'object' && found !== null ? (found as Record<string, unknown>) : {};
}

function at(place: Omit<Problem, 'rule' | 'message' | 'tip'>, message: string, tip: string): Problem {
  return { ...place, rule: 'structure', message, tip };
}
