/**
 * The mark of each domain: one line in a box of 16 by 16, drawn for this site. They show what an error is about, and
 * are no maker's logo. A domain without one has three dots.
 */
const LINES: Readonly<Record<string, string>> = {
  // A request through a gateway.
  api: 'M1 8h4m6 0h4M5 3h6v10H5z',
  // The sign of the preprocessor.
  'c-cpp': 'M6.5 2l-2 12m7-12l-2 12M2.5 5.5h12m-13 5h12',
  // A box in a box.
  docker: 'M2 2h12v12H2zm3 3h6v6H5z',
  // A line that is found fault with.
  eslint: 'M2 4h12M2 8h8m-8 5l2-2 2 2 2-2 2 2 2-2 2 2',
  // A branch.
  git: 'M4.5 10.5v-5m0-.5a1.5 1.5 0 1 1 0-3 1.5 1.5 0 0 1 0 3m0 9a1.5 1.5 0 1 1 0-3 1.5 1.5 0 0 1 0 3m7-7a1.5 1.5 0 1 1 0-3 1.5 1.5 0 0 1 0 3m0 .5c0 3-5 2-6 4',
  // Jobs that follow each other.
  'github-actions': 'M2 2h5v5H2zm7 7h5v5H9zM4.5 7v4.5H9',
  // Two that run beside each other.
  go: 'M3 4l4 4-4 4m5-8l4 4-4 4',
  // A class.
  java: 'M2 2h12v12H2zm0 4h12M2 9h12',
  // A cell of many.
  kubernetes: 'M8 1.5l5.6 3.2v6.6L8 14.5l-5.6-3.2V4.7zM8 6a2 2 0 1 1 0 4 2 2 0 0 1 0-4',
  // A terminal.
  linux: 'M1.5 2.5h13v11h-13zM4.5 6l2 2-2 2m4 0h3',
  // A table.
  mysql: 'M2 2.5h12v11H2zm0 3.7h12M2 9.8h12M6.5 6.2v7.3',
  // The globe.
  network: 'M8 1.5a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13zm-6.5 6.5h13M8 1.5c-4 4-4 9 0 13 4-4 4-9 0-13z',
  // A page that leads on.
  nextjs: 'M1.5 2.5h13v11h-13zm0 3h13m-9.5 4h5m-2-2l2 2-2 2',
  // One that hands out to many.
  nginx: 'M1.5 8h13m-9 0l4-5h5m-9 5l4 5h5',
  // The event loop.
  node: 'M13.5 8a5.5 5.5 0 1 1-1.6-3.9M12 1v3.2H8.8',
  // A parcel.
  npm: 'M2 5h12v9H2zl2-3h8l2 3M6.5 5v4h3V5',
  // The sign of a variable.
  php: 'M11.5 5c-.5-3-7-3-7 0s7 3 7 6-6.5 3-7 0M8 1v14',
  // Something that is put in.
  pip: 'M2 9.5v4h12v-4M8 1.5v8.5M4.5 6.5L8 10l3.5-3.5',
  // A store.
  postgres: 'M3 4c0-3 10-3 10 0v8c0 3-10 3-10 0zm0 0c0 3 10 3 10 0M3 8c0 3 10 3 10 0',
  // Lines that are indented.
  python: 'M2 3h9M6 6.3h8M6 9.7h8M2 13h7',
  // An element.
  react: 'M5 4L1.5 8 5 12m6-8l3.5 4-3.5 4M9.5 3l-3 10',
  // Keys and their values.
  redis: 'M2 4h3m3 0h6M2 8h3m3 0h6M2 12h3m3 0h6',
  // A reference.
  rust: 'M13 13.5L5 5.5c-1.5-2 0-3.5 1.5-3.5S9.5 4 8 5.5L4.5 8.5c-2 2-1 5 1.5 5 3 0 5-2 6-5.5',
  // A store in a file.
  sqlite: 'M3 1.5h7l3 3v10H3zM5.5 8h5m-5 3h5',
  // A key.
  ssh: 'M1.5 8a3 3 0 1 0 6 0 3 3 0 1 0-6 0m6 0h7v3M11.5 8v2.5',
  // A box that is ticked.
  testing: 'M2 2h12v12H2zm3 6l2.3 2.5L11.5 5.5',
  // A lock.
  tls: 'M3 7h10v7H3zm2 0V5a3 3 0 0 1 6 0v2',
  // A type, said of a name.
  typescript: 'M3 6v1.5M3 11v1.5M6.5 4h8m-4 0v9',
  // A module that comes in.
  vite: 'M1.5 8H11M7.5 4.5L11 8l-3.5 3.5M14 3v10',
  // Many that become one.
  webpack: 'M1.5 3h4l4 5h5m-13 5h4l4-5m-8 0h8',
};

const WITHOUT = 'M2.5 8h2m2.5 0h2m2.5 0h2';

/** Draw the mark of a domain. It says nothing that the name beside it does not. */
export function domainMarkHtml(domain: string): string {
  const line = Object.hasOwn(LINES, domain) ? LINES[domain] : WITHOUT;
  return `<svg class="dm" viewBox="0 0 16 16" width="16" height="16" aria-hidden="true"><path d="${line}"/></svg>`;
}
