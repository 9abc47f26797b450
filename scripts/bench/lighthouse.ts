import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse, { type RunnerResult } from 'lighthouse';
import { findChromium } from '../../tests/e2e/support/chromium.ts';

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

type Report = RunnerResult['lhr'];

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

async function judge(url: string): Promise<Report> {
  const port = await freePort();
  const { executablePath, args } = await findChromium();
  const browser = await chromium.launch({
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`],
  });
  try {
    const result = await lighthouse(url, { port, onlyCategories: CATEGORIES, logLevel: 'error' });
    if (result === undefined) throw new Error(`${url}: Lighthouse gave no report`);
    const { runtimeError } = result.lhr;
    if (runtimeError !== undefined) throw new Error(`${url}: ${runtimeError.message}`);
    return result.lhr;
  } finally {
    await browser.close();
  }
}

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
  const details = audits[id]?.details;
  // Some details are one object and no list.
  return details !== undefined && 'items' in details && Array.isArray(details.items)
    ? (details.items as Record<string, unknown>[])
    : [];
}

function scoreOf({ categories }: Report, category: string): number {
  return Math.round((categories[category]?.score ?? 0) * 100);
}

/** Find a port for the browser's interface to its tools; Lighthouse has to be told which. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address === null || typeof address === 'string'
          ? reject(new Error('there is no free port'))
          : resolve(address.port),
      );
    });
  });
}
