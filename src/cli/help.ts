/** What `fixrate --help` prints. */
export const HELP = `Names known errors in a message or a log, and says what fixed them, by trials. Works offline; sends nothing.

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
  --json            JSON instead of text
  --lang en|zh      language (default: that of the terminal)
  --explain         match: which words counted how much, in bits
  --index FILE      match, search for these too (may be given several times)
  --only            match against these indexes alone
  --set NAME=VALUE  diagnose: what a placeholder stands for (several times)
  --message TEXT    diagnose: the message, from which placeholders are read
  --yes             diagnose: confirm all checks at once
  --version, --help

Colours only on a terminal, and not with NO_COLOR. Of a text over 64 MiB, the end is read.

Exit status: 0 something was found (diagnose: a cause was named), 1 nothing was, 2 the call or its input is wrong.
`;
