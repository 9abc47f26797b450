// Packs the site in a thread of its own. What it reads counts as memory of a thread that holds little else; in the main thread it
// has the garbage collector go through all that a build holds, again and again.
export { writeArchive as default } from './write.ts';
