import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const HOST = '127.0.0.1';
const PORTS_TRIED = 50;

/**
 * Listen on loopback, on the wanted port or the next free one.
 *
 * @param wanted port; 0 takes any
 * @returns the port that it listens on
 * @throws Error if none of the next 50 ports is free
 */
export async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; port < wanted + PORTS_TRIED && port < 65536; port++) {
    if (await tryPort(server, port)) return (server.address() as AddressInfo).port;
  }
  throw new Error(`No port from ${wanted} on is free: set PORT to another one.`);
}

/**
 * Read the PORT of the environment.
 *
 * @throws Error if it is no port number
 */
export function wantedPort(text: string | undefined): number {
  if (text === undefined || text === '') return 4321;
  const port = Number(text);
  if (!Number.isInteger(port) || port < 0 || port > 65535) {
    throw new Error(`PORT is "${text}", but must be a number from 0 to 65535.`);
  }
  return port;
}

function tryPort(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const onError = (error: NodeJS.ErrnoException): void => {
      server.off('listening', onListening);
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    };
    const onListening = (): void => {
      server.off('error', onError);
      resolve(true);
    };
    server.once('error', onError).once('listening', onListening).listen(port, HOST);
  });
}
