import type { Nodes } from 'mdast';

const HAN = '\\p{Script=Han}\\u3000-\\u303f\\uff00-\\uffef';
const BREAK_IN_HAN = new RegExp(`(?<=[${HAN}])[ \\t]*\\n[ \\t]*(?=[${HAN}])`, 'gu');
const SPACE_AFTER_MARK = /(?<=[\u3001-\u3011\uff01-\uff1f”]) (?=\p{Script=Han})/gu;

/** Join lines that break between Chinese characters, where a browser would put a space. */
export function closeHan(text: string): string {
  return text.replace(BREAK_IN_HAN, '');
}

/** Write a tree as plain text on one line. */
export function plainText(node: Nodes): string {
  return wordsOf(node).replace(/\s+/g, ' ').trim().replace(SPACE_AFTER_MARK, '');
}

function wordsOf(node: Nodes): string {
  if (node.type === 'break') return ' ';
  if ('value' in node) return node.type.startsWith('mdx') ? '' : node.value;
  if (!('children' in node)) return '';
  const words = node.children.map(wordsOf);
  return isPhrasing(node) ? words.join('') : words.join(' ');
}

/** Whether the children of a node stand in one line of text. */
function isPhrasing(node: Nodes): boolean {
  return [
    'paragraph',
    'heading',
    'tableCell',
    'emphasis',
    'strong',
    'delete',
    'link',
    'linkReference',
  ].includes(node.type);
}
