// Indexes a site in a thread of its own, beside other work. Pagefind is a process of its own for each language.
export { writeSearchIndex as default } from './search-index.ts';
