import { type Schema, sanitize } from 'hast-util-sanitize';
import { toHtml } from 'hast-util-to-html';
import type { Link, Nodes, Root, RootContent } from 'mdast';
import { type Handler, toHast } from 'mdast-util-to-hast';
import type { Section } from '../entry.ts';
import { bindLink, type ProsePlace } from './links.ts';
import { writeMarkdown } from './markdown.ts';
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

/** Render a piece of prose in the three forms in which it is needed. The tree is left as it is. */
export function renderSection(content: readonly RootContent[], place: ProsePlace): Section {
  const tree = prepare(content, place);
  return {
    html: toHtml(sanitize(toElements(tree), ALLOWED)),
    markdown: writeMarkdown(tree),
    text: plainText(tree),
  };
}

/**
 * Bring a tree without definitions into HTML. The library would look for them in the whole tree first, which takes
 * longer than all the rest: it is given an empty one, and what is in the tree when it comes to write that.
 */
function toElements(tree: Root): ReturnType<typeof toHast> {
  const root: Handler = (state) => state.wrap(state.all(tree));
  return toHast({ type: 'root', children: [] }, { handlers: { root } });
}

/**
 * Copy the content as it is to be shown. Links get their absolute address, for Markdown; HTML takes that
 * of the page from `hProperties`.
 */
function prepare(content: readonly RootContent[], place: ProsePlace): Root {
  const top = Math.min(...content.flatMap(headingDepths));
  const copy = (node: Nodes): Nodes[] => {
    const { position: _, ...rest } = node;
    const shown = rest as Nodes;
    if ('children' in shown) shown.children = shown.children.flatMap(copy) as typeof shown.children & never[];
    switch (shown.type) {
      case 'mdxFlowExpression':
      case 'mdxTextExpression':
        return [];
      case 'heading':
        return [{ ...shown, depth: Math.min(6, shown.depth - top + TOP_HEADING) as 4 | 5 | 6 }];
      case 'text':
        return [{ ...shown, value: closeHan(shown.value) }];
      case 'link':
        return copyLink(shown, place);
      default:
        return [shown];
    }
  };
  return { type: 'root', children: content.flatMap(copy) as RootContent[] };
}

/** A link with its addresses, or its words alone where it leads nowhere. */
function copyLink(link: Link, place: ProsePlace): Nodes[] {
  const bound = isMailAddress(link.url) ? null : bindLink(link.url, place);
  if (bound === null) return link.children;
  const rel = bound.external ? { rel: 'external nofollow noopener' } : {};
  return [{ ...link, url: bound.absolute, data: { hProperties: { href: bound.href, ...rel } } }];
}

function headingDepths(node: Nodes): number[] {
  if (node.type === 'heading') return [node.depth];
  return 'children' in node ? node.children.flatMap(headingDepths) : [];
}
