import { hash } from 'node:crypto';
import type { Locale } from '../../i18n/locales.ts';
import type { Block, Outline } from '../prose/outline.ts';
import type { Rates } from '../rates.ts';
import type { Facts } from '../schema/facts.ts';
import type { LabResults } from '../schema/results.ts';

/** What of an entry may change, each by itself. New ones are added at the end: files name them by their place. */
export const PARTS = [
  'messages',
  'causes',
  'remedies',
  'versions',
  'reports',
  'trials',
  'rates',
  'facts',
  'renamed',
  'withdrawn',
  'text.en',
  'text.zh',
] as const;
export type Part = (typeof PARTS)[number];

/** What was read of an entry, as far as readers see it. */
export interface Revisable {
  facts: Facts;
  outlines: Record<Locale, Outline>;
  results: LabResults | null;
  rates: Rates;
}

/** The state of an entry in digests. */
export interface State {
  /** Permanent id of the revision: of all that readers see but figures, which follow from the rest. */
  revision: string;
  /** Part to the beginning of its digest: enough to tell whether it changed. */
  parts: Record<Part, string>;
  /** Causes with a proven fix, and all. */
  fixed: [proven: number, causes: number];
}

/** Hexadecimal digits of a revision, and of the digest of a part. */
export const REVISION_LENGTH = 10;
export const PART_LENGTH = 6;

/**
 * Digest what readers see of an entry. Nothing else counts: neither dates of runs, nor how files are
 * formatted, nor a key that is not set. So the same content has the same revision on every machine, and a
 * key that schemas get later changes none.
 */
export function digestState(entry: Revisable): State {
  const texts = textsOf(entry);
  let whole = '';
  const parts = PARTS.map((part) => {
    const digest = hash('sha256', texts[part]);
    if (part !== 'rates') whole += `${part} ${digest}\n`;
    return [part, digest.slice(0, PART_LENGTH)] as const;
  });
  const { proven, causes } = entry.rates.fixRate;
  return {
    revision: hash('sha256', whole).slice(0, REVISION_LENGTH),
    parts: Object.fromEntries(parts) as State['parts'],
    fixed: [proven, causes],
  };
}

function textsOf({ facts, outlines, results, rates }: Revisable): Record<Part, string> {
  const {
    signatures,
    placeholders,
    context,
    causes,
    remedies,
    dropped,
    estimates,
    versions,
    reports,
    aliases,
    withdrawn,
    ...others
  } = facts;
  return {
    messages: canonical([signatures, placeholders, context]),
    // The order of causes is that of their tells.
    causes: canonical(Object.entries(causes)),
    remedies: canonical([Object.entries(remedies), dropped, estimates]),
    versions: canonical(versions),
    reports: canonical(reports),
    trials: results === null ? '' : trialsText(results),
    rates: canonical([
      rates.fixRate,
      rates.confidence,
      rates.evidence,
      Object.entries(rates.remedies).map(([id, { success, fixes, harms }]) => [id, success, fixes, harms]),
    ]),
    facts: canonical(others),
    renamed: canonical(aliases),
    withdrawn: canonical(withdrawn),
    'text.en': proseText(outlines.en),
    'text.zh': proseText(outlines.zh),
  };
}

/** JSON with sorted keys, without what is not set. */
function canonical(value: unknown): string {
  return JSON.stringify(strip(value)) ?? '';
}

function strip(value: unknown): unknown {
  if (Array.isArray(value)) return value.length === 0 ? undefined : value.map((one) => strip(one) ?? null);
  if (typeof value !== 'object' || value === null)
    return value === false || value === '' ? undefined : (value ?? undefined);
  const set = Object.entries(value)
    .map(([key, inner]) => [key, strip(inner)] as const)
    .filter(([, inner]) => inner !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return set.length === 0 ? undefined : Object.fromEntries(set);
}

/** What the trials came to, line by line: written out, since a file of results is large. */
function trialsText({ environments, causes }: LabResults): string {
  const lines: string[] = [];
  for (const [id, { versions, packages }] of sorted(environments))
    lines.push(id, canonical(versions), canonical(packages));
  for (const [cause, byEnvironment] of sorted(causes)) {
    for (const [environment, result] of sorted(byEnvironment)) {
      const { outcome, signature, captures, exit, excerpt, tell, remedies } = result;
      lines.push(cause, environment, outcome, signature ?? '', canonical(captures), String(exit), excerpt);
      if (tell !== null) lines.push(String(tell.names), String(tell.stillShown));
      for (const one of tell?.tried ?? [])
        lines.push(one.cause, String(one.holds), String(one.exit), one.excerpt);
      for (const [remedy, cell] of sorted(remedies)) {
        lines.push(remedy);
        for (const trial of cell.trials) {
          lines.push(trial.outcome, trial.excerpt);
          for (const step of trial.steps) lines.push(step.id, String(step.exit));
        }
      }
    }
  }
  return lines.join('\n');
}

function sorted<T>(byKey: Record<string, T>): [string, T][] {
  return Object.entries(byKey).sort(([a], [b]) => (a < b ? -1 : 1));
}

function proseText({ source, title, summary, blocks }: Outline): string {
  return [title, summary, ...blocks.map((block) => blockText(source, block))].join('\n\n');
}

/** A component as its author wrote it; where its lines break does not count outside of code. */
function blockText(source: string, { component, id, title, short, content, steps }: Block): string {
  const texts = content.map(({ position }) => source.slice(position?.start.offset, position?.end.offset));
  const text = texts.map((one) => (/^ *(?:```|~~~)/m.test(one) ? one : one.replace(/\s+/g, ' ').trim()));
  return [component, id, title, short ?? '', ...text, ...steps.map((step) => blockText(source, step))].join(
    '\n',
  );
}
