import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { WriteStream } from 'node:tty';
import { isWatched, openDisplay } from './display.ts';
import { Meter } from './meter.ts';

/** A stream that keeps what is written to it. */
function stream(isTTY: boolean) {
  const written: string[] = [];
  const write = (text: string): boolean => Boolean(written.push(text));
  return { written, stream: { isTTY, columns: 60, write } as unknown as WriteStream };
}

test('a bar is for a terminal outside of CI', () => {
  assert.equal(isWatched(stream(true).stream, {}), true);
  assert.equal(isWatched(stream(true).stream, { CI: '1' }), false);
  assert.equal(isWatched(stream(false).stream, {}), false);
});

test('a log file gets what everyone wants to know, and of work that takes long a line now and then', () => {
  const { written, stream: log } = stream(false);
  const display = openDisplay(new Meter(1), false, log);
  display.say('begun');
  for (const seconds of [10, 20, 30]) display.stage('node-24', `building, ${seconds} s`);
  display.stage('node-20', 'fetching');
  display.note('one trial');
  display.end();
  assert.deepEqual(written, ['begun\n', 'node-24: building, 10 s\n', 'node-20: fetching\n']);
});
