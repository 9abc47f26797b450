// Judges one page of each kind of the built site with Lighthouse, as on a phone, in every language.
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { LOCALES } from '../src/i18n/locales.ts';
import { bindRoutes, type PageRef } from '../src/i18n/routes.ts';
import { siteAddress } from '../src/server/address.ts';
import { listen } from '../src/server/listen.ts';
import { createSiteServer } from '../src/server/server.ts';
import { compressSite } from './bench/compress.ts';
import { judgePages, type Verdict } from './bench/lighthouse.ts';
import { fail, ROOT } from './process.ts';

const HELP = `npm run bench:lighthouse -- [--runs N] [--only TEXT]

Serves the site as built in dist/, compressed as by a host, and judges home, a domain, its largest entry, search, evidence and a page of the
guide with Lighthouse's own settings for phones. Prints the four scores of each, what it weighs, and every audit that is
not passed. --runs takes the median of so many runs: on a busy machine performance differs from run to run. --only
judges the pages whose address has this text in it. Ends with 1 where a score is below 100.`;

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '1' },
    only: { type: 'string', default: '' },
    help: { type: 'boolean', short: 'h', default: false },
  },
});
if (values.help) {
  console.log(HELP);
  process.exit(0);
}
const runs = Number(values.runs);
if (!Number.isInteger(runs) || runs < 1) fail(`--runs is "${values.runs}", but must be a whole number.`);
const dist = process.env['FIXRATE_DIST'] ?? join(ROOT, 'dist');
if (!existsSync(join(dist, 'v1/index.json')))
  fail(`There is no built site in ${dist}: run \`npm run build\`.`);

const { base } = siteAddress();
const routes = bindRoutes({ origin: '', base });
const paths = LOCALES.flatMap((locale) => pagesToJudge().map((ref) => routes.path(ref, locale)));
const chosen = paths.filter((path) => path.includes(values.only));
if (chosen.length === 0) fail(`No page has "${values.only}" in its address: ${paths.join(' ')}`);

const folder = mkdtempSync(join(tmpdir(), 'fixrate-lighthouse-'));
process.once('exit', () => rmSync(folder, { recursive: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
compressSite(dist, folder);
const server = createSiteServer(folder, base);
const origin = `http://127.0.0.1:${await listen(server, 0)}`;
const verdicts: Verdict[] = [];
for await (const verdict of judgePages(origin, chosen, runs)) {
  verdicts.push(verdict);
  print(verdict, verdicts.length === 1);
}
server.close().closeAllConnections();
process.exitCode = verdicts.every(({ scores }) => Object.values(scores).every((score) => score === 100))
  ? 0
  : 1;

/** Of the domains the one with the largest page of an entry. */
function pagesToJudge(): PageRef[] {
  const { entries } = JSON.parse(readFileSync(join(dist, 'v1/index.json'), 'utf8')) as {
    entries: { id: string; domain: string }[];
  };
  const size = (id: string): number => readFileSync(join(dist, id, 'index.html')).length;
  const [largest] = entries.toSorted((a, b) => size(b.id) - size(a.id));
  if (largest === undefined) fail(`There is no entry in ${dist}.`);
  return [
    { page: 'home' },
    { page: 'domain', domain: largest.domain },
    { page: 'entry', id: largest.id },
    { page: 'search' },
    { page: 'evidence' },
    { page: 'guide', name: 'method' },
  ];
}

function print({ path, scores, bytes, requests, failed }: Verdict, first: boolean): void {
  const head = [...Object.keys(scores), 'KiB', 'requests'];
  if (first) console.log(['page'.padEnd(60), ...head.map((name) => name.padStart(14))].join(' '));
  const figures = [...Object.values(scores), (bytes / 1024).toFixed(1), requests];
  console.log([path.padEnd(60), ...figures.map((figure) => String(figure).padStart(14))].join(' '));
  for (const line of failed) console.log(`  ${line}`);
}
