import { deepStrictEqual, ok } from 'node:assert/strict';
import { FIXTURE_ID, FIXTURE_TEXTS, fixtureFiles } from '../entry/fixtures/texts.ts';
import { formatLedger } from '../entry/ledger/ledger.ts';
import { extendLedger } from '../entry/ledger/plan.ts';
import type { EntryFileName, EntryFiles } from '../entry/load/files.ts';
import { fillTemplate } from '../entry/placeholders.ts';
import type { Problem } from '../entry/problems/problem.ts';
import { formatResults } from '../entry/results-file.ts';
import { extendRecord } from '../entry/revision/plan.ts';
import { formatRecord } from '../entry/revision/record.ts';
import { cellDigest, resolveScenario, scenarioDigest, tellDigest } from '../entry/scenario.ts';
import { FactsSchema } from '../entry/schema/facts.ts';
import { GlossarySchema } from '../entry/schema/glossary.ts';
import { LabSchema } from '../entry/schema/lab.ts';
import { type CauseResult, type CellResult, type LabResults, TRIALS } from '../entry/schema/results.ts';
import { TaxonomySchema } from '../entry/schema/taxonomy.ts';
import { parseYaml } from '../entry/yaml/document.ts';
import { parsePublished } from './check.ts';
import type { LedgerContext } from './context.ts';
import { inspectBase, inspectEntry, type Surroundings } from './inspect.ts';
import { type EntrySummary, toCurrent, toLedgerEntry } from './summary.ts';

/** For tests alone: a valid entry with results, and what the check says once something of it is changed. */

export const SURROUNDINGS: Surroundings = {
  taxonomy: TaxonomySchema.parse({
    domains: { demo: { en: 'Demo', zh: '演示' }, other: { en: 'Other', zh: '其他' } },
    categories: { resource_conflict: { en: 'Conflict', zh: '冲突' } },
  }),
  glossary: GlossarySchema.parse({
    rules: [],
    terms: [{ en: 'entry', zh: '条目', avoid: ['词条'], unless: ['单词条'] }],
    names: ['GitHub', 'Node.js'],
  }),
  today: '2026-11-23',
};

/** Which cause each workaround of the fixture fixes. */
const FIXES: Record<string, string> = { 'stop-the-holder': 'port-held', 'other-port': 'child-left' };

type Texts = Partial<Record<EntryFileName, string>>;

/** A change of the fixture: of a text, where `from` must occur, or of the results. */
export interface Change {
  /** File to [from, to]; the pairs are applied one after the other. */
  texts?: Partial<
    Record<keyof typeof FIXTURE_TEXTS, readonly (readonly [from: string | RegExp, to: string])[]>
  >;
  /** Changes the results in place; they fit the changed texts unless `stale` is set. */
  results?: (results: LabResults) => void;
  /** Whether the results are those of the texts before the change. */
  stale?: boolean;
  /** Whether there are no results and no lab.yaml. */
  unmeasured?: boolean;
}

/** A change of one cause in one environment. */
export function inOne(change: (result: CauseResult) => void): Required<Pick<Change, 'results'>> {
  return {
    results: ({ causes }) => {
      const result = causes['port-held']?.['node-20'];
      ok(result);
      change(result);
    },
  };
}

/** Check the fixture with a change; list `rule: message` of every problem. */
export function problemsAfter(change: Change = {}): string[] {
  return inspectAfter(change).map(({ rule, message }) => `${rule}: ${message}`);
}

/** Check the fixture with a change. */
export function inspectAfter(change: Change = {}): Problem[] {
  const { problems, summary } = inspectEntry(filesAfter(change), SURROUNDINGS);
  return [...problems, ...(summary === null ? [] : betweenEntries([summary]))];
}

/** Assert that a change breaks one rule, once, and that its message matches. */
export function assertBreaks(rule: string, message: RegExp, change: Change): void {
  const problems = problemsAfter(change);
  const shown = problems.filter((one) => one.startsWith(`${rule}: `) && message.test(one));
  deepStrictEqual([problems.length, shown.length], [1, 1], `${rule} ${message} in:\n${problems.join('\n')}`);
}

/** Read the fixture under some id for rules between entries. */
export function summaryOf(id: string, change: Change = {}): EntrySummary {
  const { summary } = inspectEntry({ ...filesAfter(change), id }, SURROUNDINGS);
  if (summary === null) throw new Error(`the facts of ${id} cannot be read`);
  return summary;
}

/** Check what must hold between entries. */
export function betweenEntries(
  entries: readonly EntrySummary[],
  published: LedgerContext = ledgerOf(entries),
): Problem[] {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return inspectBase({
    entries: byId,
    unread: new Set(),
    taxonomy: SURROUNDINGS.taxonomy,
    guide: new Set(['method']),
    published,
  });
}

/** What `npm run ledger` writes for these entries; or a ledger or record of one's own. */
export function ledgerOf(
  entries: readonly EntrySummary[],
  ledger: string = formatLedger(extendLedger(new Map(), entries.map(toLedgerEntry))),
  record: string = formatRecord(extendRecord([], toCurrent(entries), SURROUNDINGS.today)),
): LedgerContext {
  return parsePublished(
    { file: 'content/ledger.yaml', text: ledger },
    { file: 'content/revisions.ndjson', text: record },
  );
}

/** Build the files of the fixture with a change. */
export function filesAfter(change: Change = {}): EntryFiles {
  const texts: Texts = { ...FIXTURE_TEXTS };
  for (const [name, pairs] of Object.entries(change.texts ?? {}) as [
    EntryFileName,
    [string | RegExp, string][],
  ][]) {
    for (const [from, to] of pairs) texts[name] = replace(texts[name] ?? '', from, to);
  }
  if (change.unmeasured) return fixtureFiles({ ...texts, 'lab.yaml': undefined });
  const results = fixtureResults(change.stale ? FIXTURE_TEXTS : texts);
  if (results === null) return fixtureFiles(texts);
  change.results?.(results);
  return fixtureFiles({ ...texts, 'lab.results.json': formatResults(results) });
}

function replace(text: string, from: string | RegExp, to: string): string {
  const changed = text.replace(from, () => to);
  if (changed === text) throw new Error(`the fixture does not have ${String(from)}`);
  return changed;
}

/** What the lab would write for these texts, or null where they cannot be read. */
function fixtureResults(texts: Texts): LabResults | null {
  const facts = FactsSchema.safeParse(parseYaml('', texts['entry.yaml'] ?? '').value).data;
  const lab = LabSchema.safeParse(parseYaml('', texts['lab.yaml'] ?? '').value).data;
  if (facts === undefined || lab === undefined) return null;
  const signature = facts.signatures.find(({ composed }) => !composed)?.text ?? null;
  const examples = Object.entries(facts.placeholders).map(([name, { example }]) => [name, example]);
  const shown = fillTemplate(signature ?? '', Object.fromEntries(examples));
  const results: LabResults = {
    schema: 1,
    entry: FIXTURE_ID,
    date: '2026-11-20',
    environments: {},
    causes: {},
  };
  for (const environment of lab.environments) {
    const node = environment.npm['node'] ?? '';
    results.environments[environment.id] = {
      versions: { node: `${node}.1.0` },
      packages: {},
      released: null,
    };
    for (const cause of Object.keys(facts.causes).filter((id) => lab.causes[id] !== undefined)) {
      const scenario = resolveScenario(lab, environment, cause);
      const cell = (remedy: string): CellResult => {
        const fixes = FIXES[remedy] === cause;
        const outcome = fixes ? ('fixed' as const) : ('not-fixed' as const);
        const steps = (facts.remedies[remedy]?.steps ?? []).map((step) => ({
          id: step.id,
          exit: step.kind === 'serve' ? null : 0,
        }));
        const trials = Array.from({ length: TRIALS }, () => ({
          outcome,
          steps,
          excerpt: fixes ? 'listening' : shown,
        }));
        return { digest: cellDigest(scenario, facts, lab, remedy), unsteady: false, trials };
      };
      const result: CauseResult = {
        outcome: 'reproduced',
        digest: scenarioDigest(scenario),
        signature,
        captures: { host: '::', port: '3000' },
        exit: 1,
        excerpt: shown,
        tell: {
          digest: tellDigest(scenario, facts),
          names: cause,
          stillShown: true,
          tried: Object.keys(facts.causes)
            .filter((id) => facts.causes[id]?.tell !== null)
            .map((id) => ({ cause: id, holds: id === cause, exit: 0, excerpt: '' })),
        },
        remedies: Object.fromEntries(Object.keys(facts.remedies).map((id) => [id, cell(id)])),
      };
      results.causes[cause] = { ...results.causes[cause], [environment.id]: result };
    }
  }
  return results;
}
