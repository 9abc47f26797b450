import type { Locale } from '../i18n/locales.ts';

/** What `fixrate --help` prints. */
export const HELP: Record<Locale, string> = {
  en: `Names known errors in a message or a log, and says what fixed them, by trials. Works offline; sends nothing.

  fixrate match [text]            name the errors in a text, or in what comes through a pipe: make 2>&1 | fixrate match
  fixrate match --batch           read lines {"id","text"}, write a line {"id","matches":[…]} for each, best first
  fixrate show ID                 the page of an entry as Markdown (--json: its data; the single trials are on the site)
  (ID is an entry's id, or its short code: fixrate show FX-6956R)
  fixrate search WORDS            entries with these words
  fixrate domains                 what there is, by domain
  fixrate open ID                 open the page of an entry in the browser
  fixrate diagnose ID             run here, one by one, the checks of an entry that its trials have proven, each shown and
                                  confirmed first, and say which cause is at work; checks only read, nothing else is run
                                  (in bash; on Windows in that of Git for Windows, untried, or in WSL)
  fixrate index FILE.ndjson -o F  build an index of your own errors from lines {"id","signatures","context","wraps"}
  fixrate mcp                     serve all this to agents over the Model Context Protocol, on stdin and stdout

Options:
  --json            JSON instead of text (match, show, search, domains, diagnose)
  --lang en|zh      language (default: that of the terminal)
  --explain         match: which words counted how much, in bits
  --index FILE      match for these too (may be given several times)
  --only            match against these indexes alone
  --set NAME=VALUE  diagnose: what a placeholder stands for (several times)
  --message TEXT    diagnose: the message, from which placeholders are read
  --yes             diagnose: confirm all checks at once
  --version, --help

Colours only on a terminal, and not with NO_COLOR. Of a text over 64 MiB, the end is read.

Exit status: 0 something was found (diagnose: a cause was named), 1 nothing was, 2 the call or its input is wrong.
`,
  zh: `识别报错或日志中已收录的报错，并说明试验中什么做法有效。离线可用，不发送任何内容。

  fixrate match [文字]            识别一段文字里的报错，也可以用管道：make 2>&1 | fixrate match
  fixrate match --batch           读取逐行的 {"id","text"}，每行写出一行 {"id","matches":[…]}，最可能的在前
  fixrate show ID                 以 Markdown 显示一个条目（--json：它的数据；逐次试验的记录在网站上）
  ID 是条目的 id，也可以是它的短代码：fixrate show FX-6956R
  fixrate search 关键词           查找含有这些词的条目
  fixrate domains                 按领域列出全部内容
  fixrate open ID                 在浏览器中打开条目
  fixrate diagnose ID             在这台机器上逐条执行条目里经试验验证的判断命令，每条都先显示、再确认，
                                  并说明是哪种原因在起作用；命令只读取信息，不会执行其他任何命令
                                  用 bash 执行；Windows 上用 Git for Windows 自带的 bash（尚未试过），或者在 WSL 里
  fixrate index FILE.ndjson -o F  用逐行的 {"id","signatures","context","wraps"} 为你们自己的报错建立索引
  fixrate mcp                     通过标准输入输出，以 Model Context Protocol 把以上功能提供给智能体

选项：
  --json            输出 JSON，而不是文字（match、show、search、domains、diagnose）
  --lang en|zh      语言（默认取终端的语言）
  --explain         match：每个词的权重，以比特计
  --index FILE      match：同时使用这个索引（可以给出多次）
  --only            只用这些索引
  --set NAME=VALUE  diagnose：占位符代表的值（可以给出多次）
  --message TEXT    diagnose：报错原文，从中读取占位符的值
  --yes             diagnose：一次确认所有命令
  --version, --help

只有在终端里、且没有设置 NO_COLOR 时才使用颜色。超过 64 MiB 的文字只读取末尾。

退出码：0 有结果（diagnose：指出了原因），1 没有结果，2 命令或输入有误。
`,
};
