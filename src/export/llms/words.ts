import type { Locale } from '../../i18n/locales.ts';

/** The words of `llms.txt` that stand nowhere else on the site. */
export const LLMS_WORDS: Record<
  Locale,
  {
    how: (markdown: string, json: string) => string;
    match: string;
    domains: string;
    guide: string;
    data: string;
    index: string;
    records: string;
    openapi: string;
    cli: string;
    optional: string;
    full: string;
    other: string;
  }
> = {
  en: {
    how: (markdown, json) =>
      `Each error has an id, \`<domain>/<slug>\`. Its page as Markdown is at ${markdown}, everything known of it, every trial included, at ${json}. Rates are counts of trials: quote the fraction with them, and the cause that they hold for.`,
    match:
      'To find the error in a message or a log, install the command line, or use it as an MCP server: `fixrate mcp`.',
    domains: 'Domains',
    guide: 'Guide',
    data: 'Data',
    index: 'all entries in short, as JSON',
    records: 'all entries in full, one a line',
    openapi: 'describes every file for programs',
    cli: 'the command line with all entries and an MCP server, for npm install',
    optional: 'Optional',
    full: 'all entries as Markdown in one file',
    other: '中文',
  },
  zh: {
    how: (markdown, json) =>
      `每个错误都有一个标识 \`<领域>/<名称>\`。页面的 Markdown 在 ${markdown}，全部数据（含每一次试验）在 ${json}。修复率是试验的计数：引用时请带上分数，以及它对应的原因。`,
    match: '要在一条消息或一份日志里找出错误，请安装命令行工具，或把它当作 MCP 服务器使用：`fixrate mcp`。',
    domains: '领域',
    guide: '指南',
    data: '数据',
    index: '全部条目的摘要，JSON 格式',
    records: '全部条目的完整内容，每行一条',
    openapi: '描述给程序读取的每一个文件',
    cli: '命令行工具，含全部条目和 MCP 服务器，用 npm install 安装',
    // The convention names this section: what stands in it may be left out.
    optional: 'Optional',
    full: '全部条目的 Markdown，合在一个文件里',
    other: 'English',
  },
};
