import type { Definition, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
// Brings the node types of MDX into those of mdast.
import type {} from 'remark-mdx';
import { mdxToMdast } from 'satteri';
import { visit } from 'unist-util-visit';
import { type Problem, START } from '../problems/problem.ts';
import { isComponentName } from './vocabulary.ts';
import { walk } from './walk.ts';

/**
 * Parse MDX to a tree, without running any of it; components that stand alone on a line become blocks, as
 * the MDX compiler has them. Sätteri is the parser of Astro: it gives the trees that remark-mdx gives, in
 * a twentieth of the time.
 */
export function parseTree(file: string, text: string): { tree: Root | null; problems: Problem[] } {
  try {
    const tree = mdxToMdast(text) as Root;
    liftComponents(tree);
    return { tree, problems: [] };
  } catch (error) {
    if (error instanceof Error) return { tree: null, problems: [syntaxProblem(file, error.message)] };
    throw error;
  }
}

/** What the parser says: `7:3: Unexpected … (mdx-jsx:…)`. */
const FAULT = /^(?<line>\d+):(?<column>\d+): (?<reason>[\s\S]*?)(?: \([\w-]+:[\w-]+\))?$/;

const TIPS: readonly [about: RegExp, tip: string][] = [
  [/expression|brace/, 'write a brace as `{` in code, or as \\{'],
  [/closing tag/, 'close each component where it was opened; write a bare < as `<` in code, or as \\<'],
  [/character/, 'write a bare < as `<` in code, or as \\<; a comment as {/* … */}; a link as [text](url)'],
];

function syntaxProblem(file: string, said: string): Problem {
  const { line, column, reason = said } = FAULT.exec(said)?.groups ?? {};
  const place = line === undefined ? START : { line: Number(line), column: Number(column) };
  const message = `this is no MDX: ${reason.charAt(0).toLowerCase()}${reason.slice(1)}`;
  const tip =
    TIPS.find(([about]) => about.test(reason))?.[1] ?? 'write bare < and { in code, or as \\< and \\{';
  return { file, ...place, rule: 'mdx', message, tip };
}

type Inline = Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>;
type Flow = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;

/** A component on a line of its own ends the paragraph above it, and is a block; a block holds blocks. */
function liftComponents(parent: Parents): void {
  if (parent.type === 'mdxJsxFlowElement') parent.children = wrapLines(parent.children);
  // What replaces a paragraph is looked at in its turn.
  for (let index = 0; index < parent.children.length; ) {
    const node = parent.children[index];
    const alone = node?.type === 'paragraph' ? componentsAlone(node) : [];
    if (node?.type === 'paragraph' && alone.includes(true)) {
      (parent.children as RootContent[]).splice(index, 1, ...splitParagraph(node.children, alone));
      continue;
    }
    if (node !== undefined && 'children' in node) liftComponents(node);
    index++;
  }
}

/** Which children of a paragraph are components on a line of their own. */
function componentsAlone({ children }: Paragraph): boolean[] {
  return children.map(
    (child, position) =>
      child.type === 'mdxJsxTextElement' && isComponentName(child.name) && standsAlone(children, position),
  );
}

function standsAlone(siblings: readonly PhrasingContent[], position: number): boolean {
  const before = siblings[position - 1];
  const after = siblings[position + 1];
  return (
    (before === undefined || (before.type === 'text' && /(^|\n)\s*$/.test(before.value))) &&
    (after === undefined || (after.type === 'text' && /^\s*(\n|$)/.test(after.value)))
  );
}

function splitParagraph(
  children: readonly PhrasingContent[],
  alone: readonly boolean[],
): (Paragraph | Flow)[] {
  const blocks: (Paragraph | Flow)[] = [];
  let line: PhrasingContent[] = [];
  const flush = (): void => {
    if (line.some((child) => child.type !== 'text' || child.value.trim() !== ''))
      blocks.push(paragraph(line));
    line = [];
  };
  children.forEach((child, position) => {
    if (!alone[position]) {
      line.push(child);
      return;
    }
    flush();
    blocks.push({ ...(child as Inline), type: 'mdxJsxFlowElement' } as Flow);
  });
  flush();
  return blocks;
}

const PHRASING = new Set<string>([
  ...['text', 'inlineCode', 'emphasis', 'strong', 'delete', 'break', 'link', 'linkReference', 'image'],
  ...['imageReference', 'footnoteReference', 'html', 'mdxTextExpression', 'mdxJsxTextElement'],
]);

/** What a component holds on its own line is no paragraph yet. */
function wrapLines(children: readonly (RootContent | PhrasingContent)[]): Flow['children'] {
  const first = children.findIndex((child) => PHRASING.has(child.type));
  if (first === -1) return children as Flow['children'];
  const rest = children.slice(first);
  const length = rest.findIndex((child) => !PHRASING.has(child.type));
  const line = (length === -1 ? rest : rest.slice(0, length)) as PhrasingContent[];
  const after = children.slice(first + line.length);
  return [...children.slice(0, first), paragraph(line), ...wrapLines(after)] as Flow['children'];
}

function paragraph(children: PhrasingContent[]): Paragraph {
  const start = children[0]?.position?.start;
  const end = children.at(-1)?.position?.end;
  return {
    type: 'paragraph',
    children: trimLine(children),
    ...(start && end ? { position: { start, end } } : {}),
  };
}

/** White space at the ends of a line says nothing. */
function trimLine(children: PhrasingContent[]): PhrasingContent[] {
  return children.map((child, index) => {
    if (child.type !== 'text') return child;
    let { value } = child;
    if (index === 0) value = value.trimStart();
    if (index === children.length - 1) value = value.trimEnd();
    return { ...child, value };
  });
}

/**
 * Turn references to link definitions into links, and take the definitions out: sections are rendered
 * apart, so that a definition elsewhere in the file would not reach them.
 */
export function resolveReferences(tree: Root): void {
  const definitions = new Map<string, Definition>();
  walk(tree, (node) => {
    if (node.type === 'definition' && !definitions.has(node.identifier))
      definitions.set(node.identifier, node);
  });
  if (definitions.size === 0) return;
  visit(tree, (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    if (node.type === 'definition') {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const definition = definitions.get(node.identifier);
    if (definition === undefined) return;
    const { url, title } = definition;
    const { position } = node;
    const shared = { url, title: title ?? null, ...(position ? { position } : {}) };
    parent.children[index] =
      node.type === 'linkReference'
        ? { type: 'link', ...shared, children: node.children }
        : { type: 'image', ...shared, alt: node.alt ?? null };
    return;
  });
}
