import { McpServer } from '@modelcontextprotocol/sdk/server/mcp.js';
import { StdioServerTransport } from '@modelcontextprotocol/sdk/server/stdio.js';
import { z } from 'zod';
import { causesOf } from '../../export/match/narrow.ts';
import { LOCALES, type Locale } from '../../i18n/locales.ts';
import type { Matcher } from '../../match/matcher.ts';
import type { Io } from '../io.ts';
import type { Knowledge } from '../knowledge/knowledge.ts';
import { resolveId } from '../knowledge/resolve.ts';
import { searchWords } from '../search-words.ts';

/** Limits on what an agent may send and gets back. */
const LONGEST_TEXT = 1_000_000;
const LONGEST_QUERY = 500;
const MOST_MATCHES = 10;
const MOST_FOUND = 20;

const LanguageSchema = z.enum(LOCALES).default('en').describe('Language of the texts.');
const IdSchema = z
  .string()
  .regex(
    /^([a-z0-9-]+\/[a-z0-9-]+|fx[ -]?[0-9a-z]{5})$/i,
    'an id such as git/failed-to-push-some-refs, or a code such as FX-6956R',
  )
  .describe('Id of an entry, <domain>/<slug>, or its short code, FX-XXXXX.');

/** Serve the entries to an agent over standard input and output (https://modelcontextprotocol.io), until input ends. */
export async function serveMcp(
  knowledge: Knowledge,
  matcher: Matcher,
  version: string,
  io: Io,
): Promise<void> {
  const server = makeMcpServer(knowledge, matcher, version);
  const ended = new Promise<void>((resolve) => {
    server.server.onclose = resolve;
    io.stdin.once('end', resolve);
  });
  await server.connect(new StdioServerTransport(process.stdin, process.stdout));
  await ended;
  await server.close();
}

/** Make the server with its tools. All of them only read. */
export function makeMcpServer(knowledge: Knowledge, matcher: Matcher, version: string): McpServer {
  const server = new McpServer({ name: 'fixrate', version });
  const annotations = { readOnlyHint: true, openWorldHint: false };

  server.registerTool(
    'match_error',
    {
      title: 'Name known errors in a message or a log',
      description:
        'Recognises known errors in an error message, stack trace or log, the root error first, with the lines that matched, what the placeholders stood for, the causes that print this wording, how to tell them apart, and what fixed each in trials. Empty matches mean that nothing is known.',
      inputSchema: {
        text: z.string().min(1).max(LONGEST_TEXT).describe('The message or log, as it was printed.'),
        language: LanguageSchema,
      },
      annotations,
    },
    ({ text, language }) => {
      const { matches, nearEntries } = matcher.match(text);
      return answer({
        matches: matches
          .slice(0, MOST_MATCHES)
          .map(({ entry, score, signature, captures, lines, count, ...match }) => {
            const verdict = knowledge.verdict(entry, language);
            return {
              entry,
              score,
              signature,
              captures,
              lines: lines.slice(0, 3).map(({ line, text: shown }) => ({ line, text: shown })),
              count,
              title: verdict?.title ?? null,
              causes: verdict === null ? [] : causesOf(verdict, { ...match, signature }),
              doNotTry: verdict?.traps ?? [],
            };
          }),
        nearEntries,
      });
    },
  );

  server.registerTool(
    'get_entry',
    {
      title: 'Read an entry',
      description:
        'One error with its causes, how to tell each, workarounds with their commands and measured rates, and dead ends: as Markdown to read, or as JSON with all data.',
      inputSchema: {
        id: IdSchema,
        format: z.enum(['markdown', 'json']).default('markdown'),
        language: LanguageSchema,
      },
      annotations,
    },
    ({ id: named, format, language }) => {
      const id = readNamed(knowledge, named, language);
      if (id === null) return unknown(named);
      const entry = format === 'json' ? knowledge.entry(id) : null;
      const text = format === 'json' ? entry && JSON.stringify(entry) : knowledge.markdown(id, language);
      return text === null ? unknown(id) : { content: [{ type: 'text', text }] };
    },
  );

  server.registerTool(
    'search_errors',
    {
      title: 'Find entries by words',
      description:
        'Finds entries by words, codes or names of tools, in English or Chinese. For a message that was printed, match_error is better.',
      inputSchema: {
        query: z.string().min(1).max(LONGEST_QUERY),
        limit: z.number().int().min(1).max(MOST_FOUND).default(10),
        language: LanguageSchema,
      },
      annotations,
    },
    ({ query, limit, language }) => {
      const found = searchWords(knowledge.catalogue(), query).slice(0, limit);
      return answer({
        entries: found.map(({ id, headline, titles, summaries, verdicts }) => ({
          id,
          headline,
          title: titles[language],
          summary: summaries[language],
          verdict: verdicts[language],
        })),
      });
    },
  );

  server.registerTool(
    'list_domains',
    {
      title: 'List what there is',
      description: 'All domains that have entries, with the ids of these.',
      inputSchema: { language: LanguageSchema },
      annotations,
    },
    ({ language }) => {
      const { domains, entries } = knowledge.catalogue();
      return answer({
        domains: domains.map(({ id, names }) => ({
          id,
          name: names[language],
          entries: entries.filter(({ domain }) => domain === id).map((entry) => entry.id),
        })),
      });
    },
  );
  return server;
}

/** The id that is meant; null for a code that no entry has. */
function readNamed(knowledge: Knowledge, named: string, locale: Locale): string | null {
  try {
    return resolveId(knowledge, named, locale);
  } catch {
    return null;
  }
}

function unknown(named: string): { isError: true; content: [{ type: 'text'; text: string }] } {
  return {
    isError: true,
    content: [{ type: 'text', text: `There is no entry "${named}"; search_errors finds ids.` }],
  };
}

function answer(value: unknown): { content: [{ type: 'text'; text: string }] } {
  return { content: [{ type: 'text', text: JSON.stringify(value) }] };
}
