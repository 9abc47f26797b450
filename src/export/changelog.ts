import type { LocalizedText } from '../entry/schema/primitives.ts';

/** A change of what programs read. Nothing here breaks a reader: that would get a new /v2/. */
export interface ApiChange {
  /** Minor: something was added. Patch: something was mended. */
  version: string;
  date: string;
  text: LocalizedText;
}

/** Every change of the API, the newest first. */
export const API_CHANGES: readonly [ApiChange, ...ApiChange[]] = [
  {
    version: '1.5.0',
    date: '2026-11-30',
    text: {
      en: 'Added: `withdrawn` in `/v1/domains.json`, how many entries were withdrawn, and those withdrawn in the Markdown lists of domains, with date and reason. Mended: a domain, category, tool or tag of which all entries were withdrawn is no longer missing there; its `entries` is 0.',
      zh: '新增：`/v1/domains.json` 里的 `withdrawn`，即已撤回的条目数；各领域的 Markdown 列表也列出已撤回的条目，写明日期和原因。修正：条目全部撤回的领域、类别、工具或标签不再缺席，其 `entries` 为 0。',
    },
  },
  {
    version: '1.4.0',
    date: '2026-11-30',
    text: {
      en: 'The archive (`/v1/fixrate.tar.gz`) holds the pages too, and `/v1/entries.ndjson`: it unpacks to a site. On a site under a path, its files stand below that path.',
      zh: '打包文件（`/v1/fixrate.tar.gz`）现在也包含页面和 `/v1/entries.ndjson`，解压后就是一个网站；网站部署在子路径下时，文件也在该路径下。',
    },
  },
  {
    version: '1.3.0',
    date: '2026-11-29',
    text: {
      en: 'Added: `date_published` in the feeds. Mended: feeds and sitemap date an entry by its last recorded change, not by the last run of the lab, and the feeds say what it was.',
      zh: '新增：订阅源里的 `date_published`。修正：订阅源与站点地图里条目的日期，改为最近一次记入的改动，而不是实验室最近一次运行；订阅源还会写明改了什么。',
    },
  },
  {
    version: '1.2.0',
    date: '2026-11-25',
    text: {
      en: 'Added: `revision` and `changed` in each entry and in the index, `/v1/changes.json`, and every revision of an entry (`/<id>.changes.json`).',
      zh: '新增：条目与索引中的 `revision` 与 `changed`，`/v1/changes.json`，以及每个条目的全部修订（`/<id>.changes.json`）。',
    },
  },
  {
    version: '1.1.0',
    date: '2026-11-25',
    text: {
      en: 'Added: `/v1/index.json`, `/v1/entries.ndjson`, `/v1/domains.json`, `/v1/openapi.json`, a schema for every document, `code` and `/v1/ledger.json`, Markdown lists of domains (`/<domain>.md`), feeds (`/v1/feeds/`), `/llms.txt`, `/llms-full.txt`, and everything in one archive (`/v1/fixrate.tar.gz`).',
      zh: '新增：`/v1/index.json`、`/v1/entries.ndjson`、`/v1/domains.json`、`/v1/openapi.json`，每种文档的 schema，`code` 与 `/v1/ledger.json`，各领域的 Markdown 列表（`/<domain>.md`），订阅源（`/v1/feeds/`），`/llms.txt`、`/llms-full.txt`，以及全部内容的打包（`/v1/fixrate.tar.gz`）。',
    },
  },
  {
    version: '1.0.0',
    date: '2026-11-24',
    text: {
      en: '`<id>.json`, Markdown and verdicts in both languages, `/v1/evidence.json`, `/v1/match.json`, and the schemas of entry and evidence.',
      zh: '`<id>.json`，两种语言的 Markdown 与结论，`/v1/evidence.json`、`/v1/match.json`，以及条目与证据的 schema。',
    },
  },
];
