/** A piece of a document, escaped already. */
export interface Markup {
  xml: string;
}

/** Characters that no XML 1.0 document may hold, escaped or not: https://www.w3.org/TR/xml/#charsets */
const FORBIDDEN = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // Not only for looks: `]]>` may not stand in a text. (xast-util-to-xml 4 leaves it as it is.)
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Make an element; what XML cannot hold in its texts is replaced by U+FFFD. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string>> = {},
  ...children: (string | Markup)[]
): Markup {
  const start = Object.entries(attributes).map(([key, value]) => ` ${key}="${escapeXml(value)}"`);
  const inner = children.map((child) => (typeof child === 'string' ? escapeXml(child) : child.xml)).join('');
  return {
    xml: inner === '' ? `<${name}${start.join('')}/>` : `<${name}${start.join('')}>${inner}</${name}>`,
  };
}

/** Write a document with its declaration. */
export function writeXml(root: Markup): string {
  return `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`;
}

function escapeXml(text: string): string {
  return text.replace(FORBIDDEN, '\uFFFD').replace(/[&<>"\t\n\r]/g, (sign) => ESCAPES[sign] ?? sign);
}
