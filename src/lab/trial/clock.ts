import { ContentTrouble } from '../errors.ts';
import type { Sandbox } from '../sandbox/sandbox.ts';

/** Seconds in the units of libfaketime. */
const UNITS: Readonly<Record<string, number>> = { s: 1, m: 60, h: 3600, d: 86_400, y: 31_536_000 };

/**
 * Return the seconds that a clock is ahead of the real one.
 *
 * @param clock a shift (`+400d`) or a date in UTC, from which it goes on.
 * @param now in milliseconds since 1970.
 */
export function clockShift(clock: string, now: number): number {
  const shift = /^([+-]\d+)([smhdy])$/.exec(clock);
  if (shift !== null) return Number(shift[1]) * (UNITS[shift[2] ?? 's'] ?? 1);
  const date = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d)(:\d\d)?)?$/.exec(clock);
  const time = Date.parse(`${date?.[1]}T${date?.[2] ?? '00:00'}${date?.[3] ?? ':00'}Z`);
  if (Number.isNaN(time)) throw new ContentTrouble(`clock: ${clock} is no date.`);
  return Math.round((time - now) / 1000);
}

/**
 * Return the variables that make programs see another time (libfaketime). Timers keep to the real one.
 *
 * @throws ContentTrouble where the root file system lacks libfaketime.
 */
export async function clockVariables(sandbox: Sandbox, clock: string): Promise<Record<string, string>> {
  const found = await sandbox.ask('ls /usr/lib/*/faketime/libfaketimeMT.so.1 | head -n 1');
  const library = found.toString('utf8').trim();
  if (library === '') {
    throw new ContentTrouble('clock needs the package libfaketime, which this root file system lacks.');
  }
  const seconds = clockShift(clock, Date.now());
  return {
    LD_PRELOAD: library,
    // A shift, not a date: each program would begin at the date anew.
    FAKETIME: `${seconds < 0 ? '-' : '+'}${Math.abs(seconds)}s`,
    // Its name until 0.9.8, and since.
    DONT_FAKE_MONOTONIC: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
  };
}
