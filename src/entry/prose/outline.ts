import type { Root, RootContent } from 'mdast';
import { z } from 'zod';
import { type Place, type Problem, START } from '../problems/problem.ts';
import { parseYaml } from '../yaml/document.ts';
import { validate } from '../yaml/validate.ts';
import { refuse } from './refuse.ts';
import { parseTree, resolveReferences } from './tree.ts';
import { attributesOf, type ComponentName, isComponentName } from './vocabulary.ts';

/** The prose of one file as a list of blocks, with the place of each: what checks and rendering read. */
export interface Outline {
  file: string;
  source: string;
  title: string;
  summary: string;
  /** In a translation: digest of the English text that it was last brought in step with, or null. */
  english: string | null;
  /** The root cause first, then every component in the order of the file. */
  blocks: Block[];
}

/** A component, or the root cause. */
export interface Block {
  component: ComponentName | 'RootCause';
  /** Empty for the root cause. */
  id: string;
  title: string;
  short: string | null;
  place: Place;
  /** Its own content, without that of its steps. */
  content: RootContent[];
  steps: Block[];
}

const FrontmatterSchema = z.strictObject({
  title: z.string().trim().min(1).meta({ description: 'Title of the page.' }),
  summary: z.string().trim().min(1).meta({ description: 'One or two sentences for lists and search.' }),
  english: z
    .string()
    .regex(/^[0-9a-f]{12}$/, 'must be a digest that `npm run translated` wrote')
    .nullable()
    .default(null)
    .meta({
      description:
        'In a translation: digest of the English text that it was last brought in step with, written by `npm run translated`.',
    }),
});

/**
 * Read the prose of an entry as data. Nothing of it is run.
 *
 * @param file path for problems
 * @returns the outline, or null where the text is no MDX or has no front matter; and every problem
 */
export function readOutline(file: string, source: string): { outline: Outline | null; problems: Problem[] } {
  const { tree, problems } = parseTree(file, source);
  if (tree === null) return { outline: null, problems };
  const refused = refuse(file, tree);
  resolveReferences(tree);
  const head = readFrontmatter(file, tree);
  const { blocks, problems: misplaced } = readBlocks(file, tree);
  const all = [...refused, ...head.problems, ...misplaced];
  return { outline: head.value && { file, source, ...head.value, blocks }, problems: all };
}

function readFrontmatter(file: string, tree: Root): ReturnType<typeof validate<typeof FrontmatterSchema>> {
  const [first] = tree.children;
  if (first?.type !== 'yaml') {
    const tip = 'begin the file with ---, title: …, summary: …, ---';
    return {
      value: null,
      problems: [{ file, ...START, rule: 'mdx', message: 'front matter is missing', tip }],
    };
  }
  return validate(parseYaml(file, first.value, 1), FrontmatterSchema);
}

function readBlocks(file: string, tree: Root): { blocks: Block[]; problems: Problem[] } {
  const rootCause: Block = {
    component: 'RootCause',
    id: '',
    title: '',
    short: null,
    place: START,
    content: [],
    steps: [],
  };
  const blocks = [rootCause];
  const problems: Problem[] = [];
  for (const node of tree.children.filter(isContent)) {
    if (node.type === 'mdxJsxFlowElement') {
      if (!isComponentName(node.name) || node.name === 'Step') continue;
      const read = readBlock(file, node, node.name);
      blocks.push(read.block);
      problems.push(...read.problems);
    } else if (blocks.length === 1) {
      rootCause.content.push(node);
    } else {
      problems.push(
        stray(
          file,
          node,
          'this text stands outside of every component',
          'move it into one, or above the first',
        ),
      );
    }
  }
  const [first] = rootCause.content;
  if (first === undefined) {
    const tip = 'write it between the front matter and the first component';
    problems.push({ file, ...START, rule: 'mdx', message: 'the root cause is missing', tip });
  }
  rootCause.place = first?.position?.start ?? START;
  return { blocks, problems };
}

type ComponentNode = Extract<RootContent, { type: 'mdxJsxFlowElement' }>;

function readBlock(
  file: string,
  node: ComponentNode,
  component: ComponentName,
): { block: Block; problems: Problem[] } {
  const { id = '', title = '', short = null } = attributesOf(node);
  const place = node.position?.start ?? START;
  const block: Block = { component, id, title, short, place, content: [], steps: [] };
  const problems: Problem[] = [];
  for (const child of (node.children as RootContent[]).filter(isContent)) {
    if (child.type === 'mdxJsxFlowElement' && child.name === 'Step') {
      const step = readBlock(file, child, 'Step');
      block.steps.push(step.block);
      problems.push(...step.problems);
    } else if (block.steps.length > 0) {
      problems.push(
        stray(
          file,
          child,
          'this text follows a step, but would be shown before it',
          'move it into a <Step>, or above the first',
        ),
      );
    } else {
      block.content.push(child);
    }
  }
  if (block.content.length === 0) {
    problems.push(stray(file, node, `<${component} id="${id}"> has no text`, 'say something in it'));
  }
  return { block, problems };
}

/** Comments and front matter say nothing to readers. */
function isContent(node: RootContent): boolean {
  return node.type !== 'yaml' && node.type !== 'mdxFlowExpression' && node.type !== 'mdxjsEsm';
}

function stray(file: string, node: RootContent, message: string, tip: string): Problem {
  const { line, column } = node.position?.start ?? START;
  return { file, line, column, rule: 'mdx', message, tip };
}
