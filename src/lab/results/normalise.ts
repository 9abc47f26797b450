/** What varies from run to run, and the word that stands in its place. */
const RULES: readonly (readonly [RegExp, string])[] = [
  // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with ESC
  [/\u001b\[[0-9;?]*[A-Za-z]/g, ''],
  // A line that was overwritten shows its last state.
  [/^.*\r(?!\n|$)/gm, ''],
  [/\r$/gm, ''],
  [/\b\d{1,2}\/[A-Z][a-z]{2}\/\d{4}[: ]\d{2}:\d{2}:\d{2}(\.\d+)?( [+-]\d{4})?/g, '<time>'],
  // As npm names its logs; also where the date alone was replaced by older rules.
  [/(?:\b\d{4}-\d{2}-\d{2}|<time>)T\d{2}_\d{2}_\d{2}_\d+Z/g, '<time>'],
  [/\b\d{4}[-/]\d{2}[-/]\d{2}([T ]\d{2}:\d{2}(:\d{2})?([.,]\d+)?( ?(Z|UTC|[+-]\d{2}:?\d{2}))?)?/g, '<time>'],
  [
    /\b(Mon|Tue|Wed|Thu|Fri|Sat|Sun),? .{0,12}\d{2}:\d{2}:\d{2}( GMT| UTC| [A-Z]{3,4})?( [+-]?\d{4})*/g,
    '<time>',
  ],
  [/\b[A-Z][a-z]{2} [ \d]\d( \d{4})?,? \d{2}:\d{2}(:\d{2})?( [+-]\d{4})?/g, '<time>'],
  [/\b\d{2}:\d{2}:\d{2}([.,]\d+)?\b/g, '<time>'],
  // nginx: process, thread and connection.
  [/\b\d+#\d+: \*\d+/g, '<pid>#<pid>: *<n>'],
  [/\b\d+#\d+:/g, '<pid>#<pid>:'],
  [/(\b(?:pid|PID|process|worker|Worker|job)[:= ]\s*\(?(?:pid:? ?)?)\d+/g, '$1<pid>'],
  [/\((\w+):\d+\)/g, '($1:<pid>)'],
  [/\[\d{1,7}\](?=[: ])/g, '[<pid>]'],
  // Ids of processes in a sandbox begin above 27,000; "1045 (28000)" is a code of MySQL with its SQLSTATE.
  [/(?<![\d.:]|\d \()2[78]\d{3}(?![\d.])/g, '<pid>'],
  [/\/proc\/\d+/g, '/proc/<pid>'],
  [/(\bIPv[46])\s+\d+\s+0t0\b/g, '$1 <inode> 0t0'],
  [/(\b0t0\s+)\d{3,}/g, '$1<inode>'],
  [/\bsocket:\[\d+\]/g, 'socket:[<inode>]'],
  [/^(\S*\/(?:tcp|udp):)?(\s+\d+[a-z]?)+\s*$/gm, '$1 <pid>'],
  [/^\d{2,7}$/gm, '<n>'],
  // The state of a process in ps, whatever its priority.
  [/(?<=^|\s)([DIRSTtXZ])[<N]([sLl+]*)(?=\s|$)/gm, '$1$2'],
  [/0x[0-9a-f]{4,}/g, '0x<address>'],
  [/\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/g, '<uuid>'],
  [/\b[0-9a-f]{7,40}(?=\.\.)|(?<=\.\.)[0-9a-f]{7,40}\b/g, '<hash>'],
  [/\b(?=[a-f]*\d)(?=\d*[a-f])[0-9a-f]{7,64}\b/g, '<hash>'],
  [/(\b(?:commit|HEAD is now at|index|object) )[0-9a-f]{7,40}\b/g, '$1<hash>'],
  [/\/tmp\/(?:tmp[._-]?\w{4,}|[\w-]+\.\w{6,}|[A-Za-z]+[-_][A-Za-z0-9]{6,})/g, '/tmp/<tmp>'],
  [
    /(?<=[\d\w\]]:|port[:= ]\s?)(?:3276[89]|327[7-9]\d|32[89]\d\d|3[3-9]\d{3}|[45]\d{4}|60\d{3})\b/g,
    '<port>',
  ],
  [/\b\d+(?:\.\d+)? ?(?:ms|µs|us|ns)\b/g, '<duration>'],
  [/\b\d+\.\d+ ?(?:s|sec|secs|seconds)\b/g, '<duration>'],
  [/\b\d+(?:\.\d+)? ?[kKMG]?i?B\/s\b/g, '<rate>'],
];

/**
 * Replace what differs between two runs of the same thing: times, process ids, ports that the kernel
 * picked, durations, names of temporary files, hashes, addresses. Lines keep their number.
 *
 * @example normalise('2026/11/23 20:31:54 [error] 12#12: *3 recv() failed') // => '<time> [error] <pid>#<pid>: *<n> recv() failed'
 */
export function normalise(text: string): string {
  return RULES.reduce((result, [pattern, word]) => result.replace(pattern, word), text);
}
