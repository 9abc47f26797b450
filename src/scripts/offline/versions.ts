// Says when a new version has been fetched whole, and goes over to it when the reader says so.
import { OFFLINE_STRINGS } from '../../i18n/offline-strings.ts';
import { make } from '../elements.ts';
import { showNotice } from '../notice.ts';
import { settled } from './install.ts';

const TEXTS = OFFLINE_STRINGS[document.documentElement.lang.startsWith('zh') ? 'zh' : 'en'];

/** Watch for versions. Every open page goes over at once, so that none asks for files of a version that is gone. */
export async function watchVersions(): Promise<void> {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
  const registration = await navigator.serviceWorker.ready;
  registration.addEventListener('updatefound', () => void offerWhenThere(registration));
  await offerWhenThere(registration);
}

async function offerWhenThere(registration: ServiceWorkerRegistration): Promise<void> {
  if (registration.installing) await settled(registration.installing);
  const { waiting } = registration;
  if (waiting === null) return;
  const use = make('button', { type: 'button' }, TEXTS.use);
  use.addEventListener('click', () => waiting.postMessage({ type: 'SKIP_WAITING' }));
  await showNotice({ kind: 'version', said: [TEXTS.ready, ' ', use], close: TEXTS.close });
}
