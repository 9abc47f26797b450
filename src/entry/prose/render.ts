import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Root, RootContent } from 'mdast';
import { toHast } from 'mdast-util-to-hast';
import remarkGfm from 'remark-gfm';
import remarkStringify from 'remark-stringify';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';
import type { Section } from '../entry.ts';
import { bindLink, type ProsePlace } from './links.ts';
import { isMailAddress } from './refuse.ts';
import { closeHan, plainText } from './text.ts';

/** Headings of a section stand below the title of the component that holds them. */
const TOP_HEADING = 4;

/** All that sections may hold; everything else is left out, whatever the tree says. */
const ALLOWED: Schema = {
  tagNames: [
    'p',
    'br',
    'em',
    'strong',
    'del',
    'code',
    'pre',
    'a',
    'ul',
    'ol',
    'li',
    'blockquote',
    'hr',
    'h4',
    'h5',
    'h6',
    'table',
    'thead',
    'tbody',
    'tr',
    'th',
    'td',
  ],
  attributes: {
    a: ['href', 'title', 'rel'],
    code: [['className', /^language-[\w-]+$/]],
    ol: ['start'],
    th: ['align'],
    td: ['align'],
  },
  protocols: { href: ['http', 'https'] },
  strip: ['script', 'style'],
};

const stringifier = unified()
  .use(remarkGfm)
  .use(remarkStringify, { bullet: '-', emphasis: '_', fences: true, rule: '-', resourceLink: true })
  .freeze();

/** Render a piece of prose in the three forms in which it is needed. The tree is left as it is. */
export function renderSection(content: readonly RootContent[], place: ProsePlace): Section {
  const tree = prepare(content, place);
  return {
    html: toHtml(sanitize(toHast(tree), ALLOWED)),
    markdown: stringifier.stringify(tree).trim(),
    text: plainText(tree),
  };
}

/** Links get their absolute address, for Markdown; HTML takes that of the page from `hProperties`. */
function prepare(content: readonly RootContent[], place: ProsePlace): Root {
  const root: Root = { type: 'root', children: structuredClone([...content]) };
  const top = Math.min(...headingDepths(root));
  visit(root, (node, index, parent) => {
    if (node.type === 'heading') node.depth = Math.min(6, node.depth - top + TOP_HEADING) as 4 | 5 | 6;
    if (node.type === 'text') node.value = closeHan(node.value);
    if (parent === undefined || index === undefined) return;
    if (node.type === 'mdxFlowExpression' || node.type === 'mdxTextExpression') {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.type !== 'link') return;
    const link = isMailAddress(node.url) ? null : bindLink(node.url, place);
    if (link === null) {
      parent.children.splice(index, 1, ...node.children);
      return index;
    }
    node.url = link.absolute;
    node.data = {
      hProperties: { href: link.href, ...(link.external ? { rel: 'external nofollow noopener' } : {}) },
    };
    return;
  });
  return root;
}

function headingDepths(root: Root): number[] {
  const depths: number[] = [];
  visit(root, 'heading', (node) => void depths.push(node.depth));
  return depths;
}
