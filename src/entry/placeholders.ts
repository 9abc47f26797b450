/** A piece of a template: literal text, or a name to be filled in. */
export type TemplatePart = { kind: 'text'; text: string } | { kind: 'placeholder'; name: string };

/** `{name}`, but not the shell's `${name}`. */
const PLACEHOLDER = /(?<!\$)\{([A-Za-z][A-Za-z0-9]*)\}/g;

/**
 * Split a command or file text at its declared placeholders. Braces around anything else (awk
 * programs, `@{u}`, `${HOME}`) are literal text.
 *
 * @example splitTemplate('fuser {port}/tcp', ['port'])
 * // => [{ kind: 'text', text: 'fuser ' }, { kind: 'placeholder', name: 'port' }, { kind: 'text', text: '/tcp' }]
 */
export function splitTemplate(template: string, declared: Iterable<string>): TemplatePart[] {
  // Most texts have none, and thousands of them are filled in.
  if (!template.includes('{')) return template === '' ? [] : [{ kind: 'text', text: template }];
  const names = new Set(declared);
  const parts: TemplatePart[] = [];
  let end = 0;
  for (const match of template.matchAll(PLACEHOLDER)) {
    const name = match[1] ?? '';
    if (!names.has(name)) continue;
    if (match.index > end) parts.push({ kind: 'text', text: template.slice(end, match.index) });
    parts.push({ kind: 'placeholder', name });
    end = match.index + match[0].length;
  }
  if (end < template.length) parts.push({ kind: 'text', text: template.slice(end) });
  return parts;
}

/**
 * Put values in the place of a template's placeholders; what has no value stays as it is.
 *
 * @example fillTemplate('fuser -k {port}/tcp', { port: '3000' }) // => 'fuser -k 3000/tcp'
 */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return splitTemplate(template, Object.keys(values))
    .map((part) => (part.kind === 'text' ? part.text : (values[part.name] ?? '')))
    .join('');
}

/** List the names in braces in a command or file text, declared or not, each once. */
export function bracedNames(template: string): string[] {
  return [...new Set([...template.matchAll(PLACEHOLDER)].map((match) => match[1] ?? ''))];
}
