// One answer from two engines: the matcher for messages, Pagefind for words.
import type { Verdict } from '../export/match/verdict.ts';
import type { Match, MatchReport } from '../match/types.ts';
import { type CodeAnswer, findCode } from './code-engine.ts';
import { createMessageEngine } from './message-engine.ts';
import { fragmentOf, isWords, type Query } from './pasted-text.ts';
import { type Counts, createWordEngine, type Filters, type WordHit } from './search-engine.ts';

/** A known error that was recognised in the text. */
export interface MessageHit {
  url: string;
  match: Match;
  /** Null where it could not be fetched. */
  verdict: Verdict | null;
}

/** What was found for a query. */
export interface Answer {
  /** What a short code stands for, where the query is one. */
  code: CodeAnswer | null;
  /** Recognised messages, root first. */
  messages: MessageHit[];
  /** Entries with the words of the query, less those above. */
  words: WordHit[];
  /** How many entries have the words, less those above; more than are listed, where the list is short. */
  others: number;
  /** The words that were left, where not all of the query was found; else null. */
  relaxed: string | null;
  /** How many entries with the words have each value of each filter. */
  counts: Counts;
  /** What came near, where nothing was recognised in a text that is no mere word. */
  near: Pick<MatchReport, 'nearEntries' | 'nearFamilies'> | null;
}

/** Finds entries for words, a message or a log. */
export interface Search {
  load(): Promise<void>;
  ask(query: Query, limit: number, filters?: Filters): Promise<Answer>;
}

/** Recognised errors that are shown with their verdict. */
const WITH_VERDICT = 8;
/** Lines of one error that a link to its page carries. */
const LINES_IN_LINK = 4;

/**
 * Make the search over both engines.
 *
 * @param base path of the site, with a slash at both ends
 * @param prefix of pages in the language of this page: `` or `zh/`
 */
export function createSearch(base: string, prefix: string): Search {
  const messages = createMessageEngine(base, prefix);
  const words = createWordEngine(`${base}pagefind/`);
  const pathOf = (id: string): string => `${base}${prefix}${id}/`;

  async function hitOf(match: Match, index: number, isMessage: boolean): Promise<MessageHit> {
    const verdict = index < WITH_VERDICT ? await messages.verdict(match.entry).catch(() => null) : null;
    // The lines go along, so that the page can narrow its causes and fill in its commands.
    const lines = match.lines.slice(0, LINES_IN_LINK).map(({ text }) => text);
    return { url: pathOf(match.entry) + (isMessage ? fragmentOf(lines.join('\n')) : ''), match, verdict };
  }

  return {
    load: () => messages.load().catch(() => {}),
    async ask({ text, lines }, limit, filters = {}) {
      const code = await findCode(text, base, prefix);
      // Nobody means anything else by it.
      if (code !== null && (code.certain || code.hit !== null))
        return { code, messages: [], words: [], others: 0, relaxed: null, counts: {}, near: null };
      const isMessage = lines > 0 || !isWords(text);
      // Words are found without the match index too.
      const report = await messages.match(text).catch((error) => {
        if (isMessage) throw error;
        return null;
      });
      const recognised = await Promise.all(
        (report?.matches ?? []).slice(0, limit).map((match, index) => hitOf(match, index, isMessage)),
      );
      if (isMessage) {
        const near = recognised.length > 0 ? null : report;
        return { code: null, messages: recognised, words: [], others: 0, relaxed: null, counts: {}, near };
      }
      const found = await words.search(text, limit, filters);
      const known = new Set(recognised.map(({ match }) => pathOf(match.entry)));
      const others = found.hits.filter(({ url }) => !known.has(url));
      return {
        code: null,
        messages: recognised,
        words: others,
        others: found.total - (found.hits.length - others.length),
        relaxed: found.relaxed,
        counts: found.counts,
        near: null,
      };
    },
  };
}
