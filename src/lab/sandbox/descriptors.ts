import type { StdioOptions } from 'node:child_process';
import { openSync, readdirSync, readFileSync } from 'node:fs';

/** O_CLOEXEC of fcntl.h, as fdinfo in proc(5) shows it. */
const CLOSE_ON_EXEC = 0o2000000;

let nothing: number | null = null;

/**
 * Extend the streams of a child so that it gets nothing of what this process inherited itself: whoever
 * started the lab may have left files, pipes or sockets open, and a child would have them too. Node has
 * no way to close them; in the child each is replaced by /dev/null.
 */
export function withoutInherited(stdio: readonly StdioEntry[]): StdioOptions {
  const all: StdioEntry[] = [...stdio];
  for (const descriptor of inheritable()) {
    if (descriptor < stdio.length) continue;
    while (all.length < descriptor) all.push('ignore');
    nothing ??= openSync('/dev/null', 'r+');
    all[descriptor] = nothing;
  }
  return all;
}

export type StdioEntry = Extract<StdioOptions, readonly unknown[]>[number];

/** List the descriptors of this process that a child would inherit, in order. */
function inheritable(): number[] {
  return readdirSync('/proc/self/fd')
    .map(Number)
    .filter((descriptor) => {
      try {
        const info = readFileSync(`/proc/self/fdinfo/${descriptor}`, 'utf8');
        const flags = /^flags:\s*([0-7]+)/m.exec(info)?.[1] ?? '0';
        return (Number.parseInt(flags, 8) & CLOSE_ON_EXEC) === 0;
      } catch {
        return false;
      }
    })
    .sort((a, b) => a - b);
}
