import type { PhrasingContent, RootContent } from 'mdast';
// Brings the node types of MDX into those of mdast.
import type {} from 'remark-mdx';

/** A component in MDX, as a block or within a line. */
export type Component =
  | Extract<RootContent, { type: 'mdxJsxFlowElement' }>
  | Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>;

export type ComponentName = 'Finding' | 'Cause' | 'Workaround' | 'DeadEnd' | 'Step';

interface ComponentRule {
  required: readonly string[];
  optional: readonly string[];
  /** Components that may hold it; null for the top of the file. */
  inside: readonly ComponentName[] | null;
}

/** All components that the prose of an entry may use, in the order in which they follow each other. */
export const VOCABULARY: Readonly<Record<ComponentName, ComponentRule>> = {
  Finding: { required: ['id', 'title'], optional: [], inside: null },
  Cause: { required: ['id', 'title'], optional: ['short'], inside: null },
  Workaround: { required: ['id', 'title', 'short'], optional: [], inside: null },
  DeadEnd: { required: ['id', 'title', 'short'], optional: [], inside: null },
  Step: { required: ['id'], optional: [], inside: ['Workaround', 'DeadEnd'] },
};

export function isComponentName(name: string | null): name is ComponentName {
  return name !== null && Object.hasOwn(VOCABULARY, name);
}

export function isComponent(node: { type: string }): node is Component {
  return node.type === 'mdxJsxFlowElement' || node.type === 'mdxJsxTextElement';
}

/** Read the literal attributes of a component; others are left out. */
export function attributesOf(node: Component): Record<string, string> {
  return Object.fromEntries(
    node.attributes.flatMap((attribute) =>
      attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
        ? [[attribute.name, attribute.value]]
        : [],
    ),
  );
}
