import type { WriteStream } from 'node:tty';
import { printable } from '../../terminal/printable.ts';
import type { Meter } from './meter.ts';
import { cutToWidth, formatBar, formatState } from './text.ts';

const DRAW_MS = 200;
/** A log of CI that says nothing for minutes looks dead. */
const SIGN_OF_LIFE_MS = 60_000;
const CLEAR = '\r\u001b[K';

/** Tells who watches how a run goes, on standard error. */
export interface Display {
  /** Say something that everyone wants to know. */
  say(line: string): void;
  /** Say what something that takes long is at; where nobody watches, only now and then. */
  stage(what: string, line: string): void;
  /** Say what has just been done: one thing of many. */
  note(line: string): void;
  /** Show no more progress; what is said later still shows. */
  end(): void;
}

/** Tell whether somebody watches on a terminal, rather than a log file being kept. */
export function isWatched(stream: WriteStream = process.stderr, env = process.env): boolean {
  return Boolean(stream.isTTY) && !env['CI'];
}

/** Show a bar on a terminal; elsewhere lines alone. */
export function openDisplay(meter: Meter, verbose: boolean, stream: WriteStream = process.stderr): Display {
  return isWatched(stream) ? terminalDisplay(meter, verbose, stream) : plainDisplay(meter, verbose, stream);
}

function plainDisplay(meter: Meter, verbose: boolean, stream: WriteStream): Display {
  const say = (line: string): void => void stream.write(`${printable(line)}\n`);
  const timer = setInterval(() => {
    if (meter.total > 0) say(formatState(meter));
  }, SIGN_OF_LIFE_MS).unref();
  const last = new Map<string, number>();
  return {
    say,
    stage(what, line) {
      const now = Date.now();
      if (!verbose && now - (last.get(what) ?? 0) < SIGN_OF_LIFE_MS) return;
      last.set(what, now);
      say(`${what}: ${line}`);
    },
    note: verbose ? say : () => {},
    end: () => clearInterval(timer),
  };
}

function terminalDisplay(meter: Meter, verbose: boolean, stream: WriteStream): Display {
  let last = '';
  let shown = true;
  const draw = (): void => {
    if (shown && meter.total > 0) stream.write(`${CLEAR}${formatBar(meter, last, stream.columns || 80)}`);
  };
  const timer = setInterval(draw, DRAW_MS).unref();
  const say = (line: string): void => {
    stream.write(`${CLEAR}${printable(line)}\n`);
    draw();
  };
  return {
    say,
    stage(what, line) {
      last = printable(`${what}: ${line}`);
      if (verbose) say(last);
      else if (meter.total === 0 && shown) stream.write(`${CLEAR}${cutToWidth(last, stream.columns || 80)}`);
    },
    note(line) {
      last = printable(line);
      if (verbose) say(line);
    },
    end() {
      if (!shown) return;
      shown = false;
      clearInterval(timer);
      stream.write(CLEAR);
    },
  };
}
