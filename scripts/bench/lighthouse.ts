import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findChromium } from '../../tests/e2e/support/chromium.ts';
import { ROOT } from '../process.ts';

/** What Lighthouse says of a page. */
export interface Verdict {
  path: string;
  /** Category to its score, 0 to 100. */
  scores: Record<string, number>;
  /** What the page brought over the network, and in how many requests. */
  bytes: number;
  requests: number;
  /** One line for each audit that counts and is not passed. */
  failed: string[];
}

/** Of Lighthouse's report what is shown: https://github.com/GoogleChrome/lighthouse/blob/main/docs/understanding-results.md */
interface Report {
  categories: Record<
    string,
    { score: number | null; auditRefs: { id: string; weight: number; group?: string }[] }
  >;
  audits: Record<
    string,
    { title: string; score: number | null; displayValue?: string; details?: { items?: unknown } }
  >;
  runtimeError?: { message: string };
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'];

/** Judge pages one after the other, each in a browser of its own, with the settings for phones that Lighthouse has. */
export async function* judgePages(
  origin: string,
  paths: readonly string[],
  runs: number,
): AsyncGenerator<Verdict> {
  for (const path of paths) {
    const reports: Report[] = [];
    for (let run = 0; run < runs; run++) reports.push(await judge(origin + path));
    reports.sort((a, b) => scoreOf(a, 'performance') - scoreOf(b, 'performance'));
    const median = reports[Math.floor((reports.length - 1) / 2)];
    if (median !== undefined) yield verdictOf(path, median);
  }
}

/** Run Lighthouse's own program, which starts and ends a browser. */
async function judge(url: string): Promise<Report> {
  const { executablePath, args } = await findChromium();
  const options = [
    '--output=json',
    '--quiet',
    '--no-enable-error-reporting',
    `--only-categories=${CATEGORIES.join()}`,
    `--chrome-flags=${['--headless', ...args].join(' ')}`,
  ];
  const { stdout } = await promisify(execFile)(process.execPath, [PROGRAM, url, ...options], {
    env: { ...process.env, CHROME_PATH: executablePath },
    maxBuffer: LARGEST_REPORT,
  });
  const report = JSON.parse(stdout) as Report;
  if (report.runtimeError !== undefined) throw new Error(`${url}: ${report.runtimeError.message}`);
  return report;
}

const PROGRAM = join(ROOT, 'node_modules/lighthouse/cli/index.js');
const LARGEST_REPORT = 64 * 1024 * 1024;

function verdictOf(path: string, report: Report): Verdict {
  const requests = itemsOf(report, 'network-requests');
  const counting = Object.values(report.categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight, group }) => weight > 0 || group === 'insights' || group === 'diagnostics'),
  );
  const failed = [...new Set(counting.map(({ id }) => id))].flatMap((id) => {
    const audit = report.audits[id];
    if (audit === undefined || audit.score === null || audit.score >= 1) return [];
    const shown = itemsOf(report, id).flatMap(({ url, node, source }) => nameOf(url ?? node ?? source) ?? []);
    return [`${id}: ${audit.displayValue ?? audit.title}`, ...shown.slice(0, SHOWN_ITEMS)];
  });
  return {
    path,
    scores: Object.fromEntries(CATEGORIES.map((category) => [category, scoreOf(report, category)])),
    bytes: requests.reduce((sum, { transferSize }) => sum + Number(transferSize), 0),
    requests: requests.length,
    failed,
  };
}

/** Of the details of an audit, so many items. */
const SHOWN_ITEMS = 4;

/** What an item of the details is about: an address, or a piece of the page. */
function nameOf(subject: unknown): string | null {
  if (typeof subject === 'string') return `  ${subject}`;
  if (typeof subject !== 'object' || subject === null || !('snippet' in subject)) return null;
  return `  ${String(subject.snippet)}`;
}

function itemsOf({ audits }: Report, id: string): Record<string, unknown>[] {
  // Some details are one object and no list.
  const items = audits[id]?.details?.items;
  return Array.isArray(items) ? items : [];
}

function scoreOf({ categories }: Report, category: string): number {
  return Math.round((categories[category]?.score ?? 0) * 100);
}
