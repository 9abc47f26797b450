import type { Entry, NamedSection, Prose, Section } from '../entry/entry.ts';
import { computeRates } from '../entry/rates.ts';
import { FactsSchema } from '../entry/schema/facts.ts';
import { LabResultsSchema } from '../entry/schema/results.ts';

/** For tests alone: an entry in which every kind of fact occurs. */

const DIGEST = '0'.repeat(64);
const CAUSES = ['held', 'left-behind', 'elsewhere'] as const;
const STEPS = [
  { id: 'look', run: 'ss -ltnp "sport = :{port}" | grep LISTEN', look: true },
  { id: 'set', env: { PORT: '{port}', NAME: 'a b' } },
  { id: 'write', write: { path: '/etc/app.conf', text: 'port = {port}\n```\n' } },
  { id: 'replace', replace: { path: 'app.conf', from: 'a', to: 'b' } },
  { id: 'use', use: { node: '24' } },
  { id: 'serve', serve: 'app --port {port}', instead: 'app' },
  { id: 'rerun', rerun: 'node server.js' },
  { id: 'told', manual: true },
];

/**
 * Build an entry; every text that an author writes freely contains `text`.
 *
 * @param measured whether the lab ran; without it there is neither trial nor report
 */
export function fixtureEntry(text = 'plain-text', measured = true): Entry {
  const facts = FactsSchema.parse(factsWith(text, measured));
  const results = measured ? LabResultsSchema.parse(resultsOfLab()) : null;
  return {
    id: 'node/port-taken',
    domain: 'node',
    slug: 'port-taken',
    code: 'FX-0158R',
    revision: 'bbbbbbbbbb',
    history: [
      { date: '2026-02-01', revision: 'bbbbbbbbbb', changes: ['rates', 'text.en'], fixed: [2, 3] },
      { date: '2026-01-02', revision: 'aaaaaaaaaa', changes: ['created'], fixed: [1, 3] },
    ],
    facts,
    prose: { en: proseWith(`English ${text}`), zh: proseWith(`中文 ${text}`) },
    results,
    labRun: null,
    rates: computeRates(facts, results),
  };
}

function factsWith(text: string, measured: boolean): unknown {
  const local = { en: `English ${text}`, zh: `中文 ${text}` };
  const error = { message: `other ${text}`, note: local };
  return {
    signatures: [
      { text: `listen failed: ${text}`, composed: true },
      { text: `first line\nsecond line ${text}`, by: 'go', versions: '1.0+', locale: 'zh_CN' },
    ],
    category: 'resource_conflict',
    tool: 'node',
    scope: 'generic',
    httpStatus: 502,
    tags: ['port', 'listen'],
    context: ['server.listen'],
    aiGenerated: true,
    firstSeen: { date: '2011-08-20', source: 'https://a.example/x_(y)' },
    docs: ['https://a.example/docs?a=b&c=d#e'],
    versions: [
      { product: `Node ${text}`, range: '18+', status: 'active', introduced: '0.5.0', notes: local },
    ],
    placeholders: { port: { kind: 'port', example: 3000 } },
    causes: {
      held: { tell: { run: `grep -c '{port}|x' | cat`, expect: '^1|`2`' } },
      'left-behind': { tell: { run: 'true', expect: '.' } },
      elsewhere: {},
    },
    remedies: {
      end: { side: 'workaround', safety: 'destructive', undo: local, steps: STEPS },
      move: {
        side: 'workaround',
        safety: 'changes-state',
        undo: 'unset `PORT`',
        costs: { restart: 'yes', root: 'maybe', minutes: 1 },
        since: { node: '18' },
        steps: [{ id: 'set', run: 'true' }],
      },
      root: { side: 'dead-end', steps: [{ id: 'sudo', run: 'sudo node server.js' }] },
    },
    ...(measured
      ? {
          reports: [
            {
              cause: 'elsewhere',
              remedy: 'move',
              outcome: 'fixed',
              url: 'https://a.example/1',
              date: '2024-02-11',
            },
          ],
        }
      : { estimates: { root: { rate: 0.1, why: local } } }),
    related: { causedBy: [error], leadsTo: [error], confusedWith: [{ id: 'go/other', note: local }, error] },
  };
}

function resultsOfLab(): unknown {
  const environments = { old: '18.20.8', new: '24.21.0' };
  const trial = (outcome: string): unknown => ({
    outcome,
    steps: [{ id: 'set', exit: 0 }],
    excerpt: 'x | `y`',
  });
  const cell = (...outcomes: string[]): unknown => ({
    digest: DIGEST,
    unsteady: new Set(outcomes).size > 1,
    trials: outcomes.map(trial),
  });
  const cause = (end: string): unknown => ({
    outcome: 'reproduced',
    digest: DIGEST,
    signature: `listen failed: plain-text`,
    captures: {},
    exit: 1,
    excerpt: 'listen failed',
    tell: null,
    remedies: {
      end: cell(end, end),
      move: cell('fixed', 'relapsed', 'fixed', 'fixed', 'fixed'),
      root: cell('not-fixed', 'not-fixed'),
    },
  });
  return {
    schema: 1,
    entry: 'node/port-taken',
    date: '2026-01-02',
    environments: Object.fromEntries(
      Object.entries(environments).map(([id, node]) => [
        id,
        { versions: { node }, packages: {}, released: null },
      ]),
    ),
    causes: {
      held: { old: cause('fixed'), new: cause('fixed') },
      'left-behind': { old: cause('harmful'), new: cause('not-fixed') },
    },
  };
}

function proseWith(text: string): Prose {
  const named = (id: string): NamedSection => ({
    id,
    title: `${id} ${text}`,
    short: `${id} ${text}`,
    ...section(`About ${id}: \`a | b\`.\n\n- one\n- two`),
  });
  const remedy = (id: string, steps: string[]): Prose['remedies'][string] => ({
    ...named(id),
    steps: Object.fromEntries(steps.map((step) => [step, section(`Do ${step}:`)])),
  });
  return {
    stale: false,
    title: `Title ${text}`,
    summary: `Summary ${text}`,
    rootCause: section('The root cause.\n\n| a | b |\n| --- | --- |\n| 1 | 2 |'),
    findings: [named('surprise')],
    causes: Object.fromEntries(CAUSES.map((id) => [id, named(id)])),
    remedies: {
      end: remedy(
        'end',
        STEPS.map(({ id }) => id),
      ),
      move: remedy('move', ['set']),
      root: remedy('root', ['sudo']),
    },
  };
}

/** Only the Markdown of a section is exported. */
function section(markdown: string): Section {
  return { html: '', markdown, text: '' };
}
