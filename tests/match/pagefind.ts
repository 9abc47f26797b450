import { createServer, type Server } from 'node:http';
import { brotliCompressSync } from 'node:zlib';
import { close, createIndex, type IndexFile } from 'pagefind';
import { listen } from '../../src/server/listen.ts';

/** A Pagefind index as a page would use it. */
export interface PagefindIndex {
  /** Ask for all words of a text, as its box does; ids, best first. */
  search: (text: string, limit: number) => Promise<string[]>;
  /** What a server sends of it: words, pages and the texts of all pages. A reader gets the few of these files that a search needs. */
  bytes: number;
}

/** Of its files, those that hold the documents; the others are its program. */
const OF_INDEX = /^pagefind-entry\.json$|\.pf_(?:meta|index|fragment)$/;

/** Index documents with Pagefind, and open the index with the client that Pagefind makes for browsers. */
export async function openPagefind(
  documents: readonly { id: string; text: string }[],
): Promise<PagefindIndex> {
  const files = await writeIndex(documents);
  const client = files.find(({ path }) => path === 'pagefind.js');
  // The client reads its files by `fetch`, which in Node takes no files: a server on loopback has them.
  const server = serve(files);
  const basePath = `http://127.0.0.1:${await listen(server, 0)}/`;
  server.unref();
  const source = Buffer.from(client?.content ?? []).toString('base64');
  const pagefind = ((await import(`data:text/javascript;base64,${source}`)) as Client).createInstance({
    basePath,
  });
  return {
    search: async (text, limit) => {
      const { results } = await pagefind.search(text);
      const pages = await Promise.all(results.slice(0, limit).map((result) => result.data()));
      return pages.map(({ meta }) => meta['id'] ?? '');
    },
    bytes: files
      .filter(({ path }) => OF_INDEX.test(path))
      .reduce((sum, { content }) => sum + brotliCompressSync(content).length, 0),
  };
}

async function writeIndex(documents: readonly { id: string; text: string }[]): Promise<IndexFile[]> {
  const { index, errors } = await createIndex();
  if (index === undefined) throw new Error(`Pagefind did not start: ${errors.join('; ')}`);
  try {
    for (const { id, text } of documents)
      await index.addCustomRecord({ url: `/${id}/`, content: text, language: 'en', meta: { id } });
    const written = await index.getFiles();
    if (written.errors.length > 0) throw new Error(`Pagefind wrote no index: ${written.errors.join('; ')}`);
    return written.files;
  } finally {
    await close();
  }
}

function serve(files: readonly IndexFile[]): Server {
  const contents = new Map(files.map(({ path, content }) => [`/${path}`, content]));
  return createServer(({ url = '/' }, response) => {
    const content = contents.get(new URL(url, 'http://localhost').pathname);
    // An open connection would run into its time limit while a slower engine keeps this process busy.
    response.writeHead(content === undefined ? 404 : 200, { connection: 'close' }).end(content);
  });
}

/** What Pagefind's client exports; see https://pagefind.app/docs/api/. */
interface Client {
  createInstance(options: { basePath: string }): {
    search(text: string): Promise<{ results: { data(): Promise<{ meta: Record<string, string> }> }[] }>;
  };
}
