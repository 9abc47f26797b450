// Loads a page in jsdom and prints its console: node page.cjs URL|FILE.html|FILE.js [SECONDS]
// Exit status 1 where the page threw, rejected a promise that nobody handles, or called console.error.
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { resolve } = require('node:path');
const { pathToFileURL } = require('node:url');

const { JSDOM, VirtualConsole } = createRequire('/opt/lab/npm/')('jsdom');

const [page = '', seconds = '0.5'] = process.argv.slice(2);
let failed = false;

function fail(...words) {
  failed = true;
  console.error(...words);
}

/** Errors come from the realm of the page: `instanceof Error` does not know them. */
function stackOf(error) {
  return String(error?.stack ?? error);
}

const virtualConsole = new VirtualConsole();
for (const level of ['log', 'info', 'debug', 'warn']) virtualConsole.on(level, console[level]);
virtualConsole.on('error', fail);
virtualConsole.on('assert', (holds, ...words) => holds || fail('Assertion failed:', ...words));
virtualConsole.on('jsdomError', (error) => {
  if (/^not.implemented/.test(error.type)) return console.warn(error.message);
  const thrown = error.cause ?? error.detail;
  fail(/^unhandled.exception/.test(error.type) && thrown ? `Uncaught ${stackOf(thrown)}` : error.message);
});
process.on('unhandledRejection', (reason) => fail(`Uncaught (in promise) ${stackOf(reason)}`));

const options = {
  runScripts: 'dangerously',
  resources: 'usable',
  pretendToBeVisual: true,
  virtualConsole,
};

async function open() {
  if (/^https?:/.test(page)) return JSDOM.fromURL(page, options);
  if (!/\.[cm]?js$/.test(page)) return JSDOM.fromFile(page, options);
  const url = pathToFileURL(resolve(page)).href;
  const dom = new JSDOM('<!doctype html><div id="root"></div>', { ...options, url });
  const script = dom.window.document.createElement('script');
  script.textContent = readFileSync(page, 'utf8');
  dom.window.document.body.append(script);
  return dom;
}

open().then(
  async ({ window }) => {
    if (window.document.readyState !== 'complete')
      await new Promise((loaded) => window.addEventListener('load', loaded));
    setTimeout(() => process.exit(failed ? 1 : 0), Number(seconds) * 1000);
  },
  (error) => {
    fail(stackOf(error));
    process.exit(1);
  },
);
