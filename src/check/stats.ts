import type { Step } from '../entry/prose/in-step.ts';
import type { EntryFigures, EntrySummary } from './summary.ts';

/** Figures of the whole knowledge base. */
export interface Stats {
  entries: number;
  domains: number;
  /** Entries in every language. */
  bilingual: number;
  causes: number;
  reproduced: number;
  /** Different environments in which anything was tried. */
  environments: number;
  trials: number;
  reports: number;
  estimates: number;
  /** Median over the entries that have one, 0 to 1; null where none has. */
  medianConfidence: number | null;
  /** Entry to the causes that its lab.yaml does not bring about. */
  notInLab: Record<string, string[]>;
  /** Translations, of entries and the guide, whose English text has changed since. */
  staleTranslations: string[];
  /** Translations that do not say which English text they follow. */
  unrecordedTranslations: string[];
}

/** Sum up what the entries hold. */
export function computeStats(
  entries: readonly EntrySummary[],
  guide: readonly { name: string; step: Step }[] = [],
): Stats {
  const figures = entries.map((entry) => entry.figures);
  const sum = (pick: (one: EntryFigures) => number): number =>
    figures.reduce((total, one) => total + pick(one), 0);
  const translations = [
    ...entries.map(({ id, figures: own }) => ({ name: id, step: own.translation })),
    ...guide,
  ];
  const named = (step: Step): string[] =>
    translations.filter((one) => one.step === step).map(({ name }) => name);
  const notInLab = entries.filter(({ figures: own }) => own.notInLab.length > 0);
  return {
    entries: entries.length,
    domains: new Set(figures.map(({ domain }) => domain)).size,
    bilingual: figures.filter(({ bilingual }) => bilingual).length,
    causes: sum(({ causes }) => causes),
    reproduced: sum(({ reproduced }) => reproduced),
    environments: new Set(
      entries.flatMap(({ id, figures: own }) => own.environments.map((name) => `${id} ${name}`)),
    ).size,
    trials: sum(({ trials }) => trials),
    reports: sum(({ reports }) => reports),
    estimates: sum(({ estimates }) => estimates),
    medianConfidence: median(figures.flatMap(({ confidence }) => confidence ?? [])),
    notInLab: Object.fromEntries(notInLab.map(({ id, figures: own }) => [id, own.notInLab])),
    staleTranslations: named('stale'),
    unrecordedTranslations: named('unrecorded'),
  };
}

/** Say which translations are behind their English texts; nothing where none is. */
export function formatTranslations({ staleTranslations, unrecordedTranslations }: Stats): string[] {
  const said = (names: readonly string[], one: string, many: string): string[] =>
    names.length === 0
      ? []
      : [
          `${names.length === 1 ? `1 translation ${one}` : `${names.length} translations ${many}`}: ${names.join(', ')}`,
        ];
  const lines = [
    ...said(staleTranslations, 'is older than its English text', 'are older than their English texts'),
    ...said(
      unrecordedTranslations,
      'does not say which English text it follows',
      'do not say which English text they follow',
    ),
  ];
  return lines.length === 0 ? [] : [...lines, 'Once one is in step: npm run translated -- <name>'];
}

/** Write the figures as lines of text. */
export function formatStats(stats: Stats): string {
  const { medianConfidence, notInLab, staleTranslations, unrecordedTranslations, ...counts } = stats;
  const names: Record<keyof typeof counts, string> = {
    entries: 'entries',
    domains: 'domains',
    bilingual: 'entries in both languages',
    causes: 'causes',
    reproduced: 'causes reproduced',
    environments: 'environments',
    trials: 'trials',
    reports: 'reports',
    estimates: 'estimates',
  };
  const lines = (Object.keys(names) as (keyof typeof counts)[]).map(
    (key) => `${String(counts[key]).padStart(6)}  ${names[key]}`,
  );
  const confidence = medianConfidence === null ? '–' : `${Math.round(medianConfidence * 100)} %`;
  const missing = Object.entries(notInLab).map(([id, causes]) => `        ${id}: ${causes.join(', ')}`);
  return [
    ...lines,
    `${confidence.padStart(6)}  median confidence`,
    ...(missing.length === 0 ? [] : ['Causes that no lab.yaml brings about:', ...missing]),
  ].join('\n');
}

function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const upper = sorted[middle];
  if (upper === undefined) return null;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}
