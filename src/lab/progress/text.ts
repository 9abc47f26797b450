import type { Meter } from './meter.ts';

const BAR_WIDTH = 24;

/** Write seconds as people say them. */
export function formatSeconds(seconds: number): string {
  if (seconds < 90) return `${Math.ceil(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  return minutes < 90 ? `${minutes} min` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}

/** Say how far a run is: trials done, and about how long the rest takes. */
export function formatState(meter: Pick<Meter, 'done' | 'total' | 'secondsLeft'>): string {
  const left = meter.total > meter.done ? `, about ${formatSeconds(meter.secondsLeft)} left` : '';
  return `${meter.done} of ${meter.total} trials${left}`;
}

/** Draw the state of a run and what was done last on one line of a terminal. */
export function formatBar(
  meter: Pick<Meter, 'done' | 'total' | 'secondsLeft'>,
  last: string,
  columns: number,
): string {
  const share = meter.total === 0 ? 0 : meter.done / meter.total;
  const full = Math.round(share * BAR_WIDTH);
  const bar = `${'━'.repeat(full)}${'╌'.repeat(BAR_WIDTH - full)}`;
  const text = `${bar} ${formatState(meter)}  ${last.split('\n', 1)[0]}`;
  return cutToWidth(text, columns);
}

/** Cut a line to what a terminal shows of it; one column stays free, for a full line would wrap on some. */
export function cutToWidth(line: string, columns: number): string {
  return [...line].slice(0, Math.max(0, columns - 1)).join('');
}
