/**
 * Parts of an entry that repeat it, count it, control it or say it in the other language, which has an index of its own:
 * nobody searches for these.
 */
const NOT_TEXT = {
  classes: ['path', 'gau', 'read', 'mx', 'key', 'by', 'saf', 'anchor', 'rec', 'stale', 'other'],
  sections: ['reports', 'related'],
};

/** Attributes that Pagefind reads: it links to what has an `id`. */
const READ = /\s(?:id|lang|data-pagefind-[a-z]+)="[^"]*"/g;

/** A tag; values of attributes may hold `>`. */
const TAG = /<(\/?)([a-z][a-z0-9]*)((?:[^>"]|"[^"]*")*)>/g;

const BODY = '<article data-pagefind-body';
const BODY_END = '</article>';

/**
 * Take of a page what the search is to find, as a smaller page: Pagefind reads that in two thirds of the time, and what
 * else changes on a page leaves the index as it is.
 *
 * @returns null for a page that is not searched
 * @throws Error if what is searched is no `<article>`
 */
export function skim(html: string): string | null {
  if (!html.includes('data-pagefind-body')) return null;
  const start = html.indexOf(BODY);
  const end = html.indexOf(BODY_END, start);
  if (start < 0 || end < 0)
    throw new Error('What data-pagefind-body marks is no <article>; src/search-index/skim.ts looks for one.');
  const [root = '<html>'] = /<html[^>]*>/.exec(html) ?? [];
  const facts = html.slice(0, start).match(/<meta data-pagefind-[^>]*>/g) ?? [];
  const body = skimBody(html.slice(start, end));
  return `${root}<head>${facts.join('')}</head><body>${body}${BODY_END}</body></html>`;
}

/** Leave out elements that are no text, and attributes that nobody reads. */
function skimBody(html: string): string {
  const kept: string[] = [];
  let [from, parent] = [0, ''];
  TAG.lastIndex = 0;
  for (let tag = TAG.exec(html); tag !== null; tag = TAG.exec(html)) {
    const [whole, slash, name = '', attributes = ''] = tag;
    kept.push(html.slice(from, tag.index));
    from = tag.index + whole.length;
    const isOpen = slash === '';
    const isSkipped = isOpen && isNotText(name, attributes, parent);
    kept.push(isOpen ? `<${name}${attributes.match(READ)?.join('') ?? ''}>` : whole);
    parent = isOpen && !isSkipped ? name : '';
    if (!isSkipped) continue;
    // Its place stays: results may lead to a heading, and a word before it and a word after it are two.
    kept.push(`</${name}>`);
    from = endOf(html, name, from);
    TAG.lastIndex = from;
  }
  return kept.join('') + html.slice(from);
}

/** Whether an element is left out, `parent` being the tag right before it if that opened one. */
function isNotText(name: string, attributes: string, parent: string): boolean {
  if (name === 'h2' && parent === 'section') return true;
  const classes = /\sclass="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [];
  if (classes.some((one) => NOT_TEXT.classes.includes(one))) return true;
  return NOT_TEXT.sections.includes(/\saria-labelledby="([^"]*)"/.exec(attributes)?.[1] ?? '');
}

/** Where an element ends that was opened right before `from`. */
function endOf(html: string, name: string, from: number): number {
  const tags = new RegExp(`<(/?)${name}(?:\\s[^>]*)?>`, 'g');
  tags.lastIndex = from;
  for (let [depth, tag] = [1, tags.exec(html)]; tag !== null; tag = tags.exec(html)) {
    depth += tag[1] === '' ? 1 : -1;
    if (depth === 0) return tags.lastIndex;
  }
  throw new Error(`A <${name}> of the page has no end.`);
}
