// Indexes one language a call, in a thread of its own, whose Pagefind is a process of its own.
export { indexLanguage as default } from './index-language.ts';
