import type { Registry } from '../../entry/schema/lab-registry.ts';
import type { Provisioned } from '../provision/environment.ts';
import { provideRegistry } from './build.ts';
import { REGISTRY_ADDRESS, REGISTRY_PORT } from './data.ts';

const TARGET = '/opt/lab/registry';

/** The registry as a service of a sandbox: it runs as root, so that a remedy of the ordinary user spares it. */
export const REGISTRY_SERVICE = {
  run: `exec ${TARGET}/node ${TARGET}/serve.mjs ${TARGET}`,
  user: 'root' as const,
  ready: { port: String(REGISTRY_PORT) },
};

/** Name of that service; no service of lab.yaml can have it. */
export const REGISTRY_ID = 'fixrate registry';

/** Files that send npm, pnpm, yarn and bun to the registry, at the weakest place that each of them reads. */
export const CLIENT_FILES: Readonly<Record<string, string>> = {
  '/etc/npmrc': `registry=${REGISTRY_ADDRESS}\n`,
  '.npmrc': `registry=${REGISTRY_ADDRESS}\n`,
  '.yarnrc.yml': `npmRegistryServer: ${REGISTRY_ADDRESS}\nunsafeHttpWhitelist: [localhost]\nenableTelemetry: false\n`,
};

/** Variable by which npm finds its file in /etc, whatever Node it runs on. */
export const CLIENT_ENV: Readonly<Record<string, string>> = { npm_config_globalconfig: '/etc/npmrc' };

/** Add the registry of a scenario to an environment; without one it stays as it is. */
export async function addRegistry(to: Provisioned, registry: Registry | undefined): Promise<Provisioned> {
  if (registry === undefined) return to;
  const source = await provideRegistry(registry);
  return { ...to, mounts: [...to.mounts, { source, target: TARGET }] };
}
