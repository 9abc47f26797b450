import { type Choice, readChoice, writeChoice } from '../../offline/choice.ts';
import { WORKER_PATH } from '../../offline/manifest.ts';
import type { Progress } from '../../offline/progress.ts';

/** Wait until a service worker has fetched everything, or failed to. */
export function settled(worker: ServiceWorker): Promise<'fetched' | 'failed'> {
  return new Promise((done) => {
    const look = (): void => {
      if (worker.state === 'redundant') done('failed');
      else if (worker.state !== 'installing') done('fetched');
      else return;
      worker.removeEventListener('statechange', look);
    };
    worker.addEventListener('statechange', look);
    look();
  });
}

/** What is kept on the device; null where nothing is. */
export async function findKept(base: string): Promise<Choice | null> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  const worker = registration?.active;
  return worker ? readChoice(new URL(worker.scriptURL).search) : null;
}

/**
 * Keep what was chosen in place of what is kept, and go over to it as soon as all of it is there.
 *
 * @param onProgress is called now and then
 * @returns false where not all could be fetched; what was kept before is kept on
 * @throws Error if the service worker itself cannot be had
 */
export async function keep(
  base: string,
  choice: Choice,
  onProgress: (progress: Progress) => void,
): Promise<boolean> {
  const { serviceWorker } = navigator;
  const hear = ({ data }: MessageEvent<Progress>): void => onProgress(data);
  serviceWorker.addEventListener('message', hear);
  serviceWorker.startMessages();
  try {
    const registration = await serviceWorker.register(`${base}${WORKER_PATH}?${writeChoice(choice)}`, {
      scope: base,
    });
    const worker = registration.installing ?? registration.waiting;
    if (worker === null) return true;
    if ((await settled(worker)) === 'failed') return false;
    worker.postMessage({ type: 'SKIP_WAITING' });
    return true;
  } finally {
    serviceWorker.removeEventListener('message', hear);
  }
}

/**
 * Fetch a newer version, if there is one.
 *
 * @returns whether there is; it waits until the reader goes over to it
 * @throws Error if there is no network, or not all could be fetched
 */
export async function findNewer(base: string): Promise<boolean> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  await registration?.update();
  if (registration?.installing && (await settled(registration.installing)) === 'failed')
    throw new Error('not all files of the new version could be fetched');
  return Boolean(registration?.waiting);
}

/** Remove everything that is kept. */
export async function removeKept(base: string): Promise<void> {
  const registration = await navigator.serviceWorker.getRegistration(base);
  if (registration === undefined) return;
  await registration.unregister();
  // Serwist ends the names of its caches with the scope.
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.endsWith(registration.scope)).map((name) => caches.delete(name)),
  );
}
