import type { Nodes, Root } from 'mdast';
import { didYouMean } from '../problems/nearest.ts';
import { type Problem, START } from '../problems/problem.ts';
import { readLink } from './links.ts';
import { type Component, isComponent, isComponentName, VOCABULARY } from './vocabulary.ts';
import { walk } from './walk.ts';

/**
 * Find all in a tree that the prose of an entry may not hold: whatever could run code in the build or
 * in a browser, fetch something, or has no place on the page.
 */
export function refuse(file: string, tree: Root): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node, parent) => {
    const place = node.position?.start ?? START;
    for (const [message, tip] of complaints(node, parent)) {
      problems.push({ file, line: place.line, column: place.column, rule: 'mdx', message, tip });
    }
  });
  return problems;
}

type Complaint = readonly [message: string, tip: string];

function complaints(node: Nodes, parent: Nodes | undefined): Complaint[] {
  switch (node.type) {
    case 'mdxjsEsm':
      return [['imports and exports are not allowed: an entry is data', 'delete this line']];
    case 'mdxFlowExpression':
    case 'mdxTextExpression':
      return isComment(node.value)
        ? []
        : [[`{${excerpt(node.value)}} is an expression`, 'write it in `code`, or escape the brace: \\{']];
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return refuseComponent(node, parent);
    case 'html':
      return [['raw HTML is not allowed', 'write Markdown']];
    case 'image':
    case 'imageReference':
      return [['pictures are not shown in entries', 'say it in words, or show output in a code block']];
    case 'footnoteReference':
    case 'footnoteDefinition':
      return [['footnotes are not allowed', 'say it in the sentence']];
    case 'link':
    case 'definition':
      return refuseAddress(node.url);
    default:
      return [];
  }
}

/** An expression of comments alone evaluates to nothing. */
function isComment(expression: string): boolean {
  return expression.replace(/\/\*[\s\S]*?\*\//g, '').trim() === '' && expression.includes('/*');
}

/** `git@github.com:…` becomes a link by itself; it is turned back into text. */
export function isMailAddress(address: string): boolean {
  return /^mailto:[^?]*$/i.test(address);
}

function refuseAddress(address: string): Complaint[] {
  if (isMailAddress(address) || readLink(address) !== null) return [];
  return [
    [`${excerpt(address)} is no address to link to`, 'link to https://…, to /domain/slug/ or to #anchor'],
  ];
}

function refuseComponent(node: Component, parent: Nodes | undefined): Complaint[] {
  const name = node.name;
  if (!isComponentName(name)) {
    const shown = name === null ? '<>' : `<${name}>`;
    if (name !== null && /^[a-z]/.test(name)) {
      return [[`${shown} is raw HTML`, `write Markdown; to show the tag itself, write \`${shown}\` in code`]];
    }
    return [[`${shown} is not a component of entries`, didYouMean(name ?? '', Object.keys(VOCABULARY))]];
  }
  return [...refuseParent(node, name, parent), ...refuseAttributes(node, name)];
}

function refuseParent(
  node: Component,
  name: keyof typeof VOCABULARY,
  parent: Nodes | undefined,
): Complaint[] {
  const holders = VOCABULARY[name].inside;
  if (holders === null) {
    if (parent?.type === 'root') return [];
    return [
      [
        `<${name}> stands inside something else`,
        'put it at the top of the file, with a blank line before it',
      ],
    ];
  }
  const inComponent =
    parent !== undefined && isComponent(parent) && holders.some((holder) => holder === parent.name);
  if (inComponent && node.type === 'mdxJsxFlowElement') return [];
  const among = holders.map((holder) => `<${holder}>`).join(' or ');
  return [
    [
      `<${name}> must stand directly in ${among}`,
      'put it there, on a line of its own with a blank line before it',
    ],
  ];
}

function refuseAttributes(node: Component, name: keyof typeof VOCABULARY): Complaint[] {
  const { required, optional } = VOCABULARY[name];
  const known = [...required, ...optional];
  const seen = new Set<string>();
  const found: Complaint[] = [];
  for (const attribute of node.attributes) {
    if (attribute.type !== 'mdxJsxAttribute') {
      found.push([`<${name}> has an expression among its attributes`, `write ${known.join('="…" ')}="…"`]);
      continue;
    }
    if (!known.includes(attribute.name)) {
      found.push([`<${name}> has no attribute ${attribute.name}`, didYouMean(attribute.name, known)]);
    } else if (typeof attribute.value !== 'string' || attribute.value.trim() === '') {
      found.push([`${attribute.name} of <${name}> must be literal text`, `write ${attribute.name}="…"`]);
    } else if (seen.has(attribute.name)) {
      found.push([`${attribute.name} of <${name}> is given twice`, 'leave one of them']);
    }
    seen.add(attribute.name);
  }
  for (const missing of required.filter((one) => !seen.has(one))) {
    found.push([`<${name}> has no ${missing}`, `add ${missing}="…"`]);
  }
  return found;
}

function excerpt(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 40)}…` : line;
}
