import type { Definition, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
// Brings the node types of MDX into those of mdast.
import type {} from 'remark-mdx';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import { type Problem, START } from '../problems/problem.ts';
import { isComponentName } from './vocabulary.ts';

const processor = unified().use(remarkParse).use(remarkMdx).use(remarkFrontmatter).use(remarkGfm).freeze();

/**
 * Parse MDX to a tree, without running any of it; components that stand alone on a line become
 * blocks, as the MDX compiler has them; references to link definitions become links.
 */
export function parseTree(file: string, text: string): { tree: Root | null; problems: Problem[] } {
  try {
    const tree = processor.parse(text);
    liftComponents(tree);
    return { tree, problems: [] };
  } catch (error) {
    if (isSyntaxError(error)) return { tree: null, problems: [syntaxProblem(file, error)] };
    throw error;
  }
}

const SYNTAX_TIPS: Record<string, string> = {
  'unexpected-eof': 'write a brace as `{` in code, or as \\{',
  'unexpected-lazy': 'put a blank line before the component',
  'end-tag-mismatch': 'close each component where it was opened; write a bare < as `<` in code, or as \\<',
  acorn: 'write a brace as `{` in code, or as \\{',
  'unexpected-character':
    'write a bare < as `<` in code, or as \\<; a comment as {/* … */}; a link as [text](url)',
};

/** What the parser throws, a VFileMessage. */
interface SyntaxFault {
  reason: string;
  ruleId?: string;
  line?: number;
  column?: number;
}

function isSyntaxError(error: unknown): error is SyntaxFault {
  return error instanceof Error && 'reason' in error && typeof error.reason === 'string';
}

function syntaxProblem(file: string, error: SyntaxFault): Problem {
  // A tag that is never closed has its place in the words alone.
  const said = /\((\d+):(\d+)-/.exec(error.reason);
  const place =
    error.line !== undefined
      ? { line: error.line, column: error.column ?? 1 }
      : said === null
        ? START
        : { line: Number(said[1]), column: Number(said[2]) };
  const message = `this is no MDX: ${error.reason.charAt(0).toLowerCase()}${error.reason.slice(1)}`;
  const tip = SYNTAX_TIPS[error.ruleId ?? ''] ?? 'write bare < and { in code, or as \\< and \\{';
  return { file, ...place, rule: 'mdx', message, tip };
}

type Inline = Extract<PhrasingContent, { type: 'mdxJsxTextElement' }>;
type Flow = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;

/** A component on a line of its own ends the paragraph above it, and is a block. */
function liftComponents(tree: Root): void {
  visit(tree, 'paragraph', (node, index, parent) => {
    if (parent === undefined || index === undefined) return;
    const alone = node.children.map((child, position) =>
      child.type === 'mdxJsxTextElement' && isComponentName(child.name)
        ? standsAlone(node.children, position)
        : false,
    );
    if (!alone.includes(true)) return;
    parent.children.splice(index, 1, ...splitParagraph(node.children, alone));
    return index;
  });
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
    blocks.push(toFlow(child as Inline));
  });
  flush();
  return blocks;
}

function toFlow(node: Inline): Flow {
  const children = node.children.length === 0 ? [] : [paragraph(node.children)];
  return { ...node, type: 'mdxJsxFlowElement', children };
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
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
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
