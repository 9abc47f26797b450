// The package registry of a sandbox: `node serve.mjs <folder> [port]`. It uses Node's own modules alone and
// answers as npm's registry does; what is published stays in memory, so that each sandbox begins with the same.
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Answer, answer, json } from './answer.ts';
import { REGISTRY_PORT, type RegistryData } from './data.ts';
import { Shelf } from './shelf.ts';

type Fault = RegistryData['faults'][number];

const folder = process.argv[2] ?? '.';
const port = Number(process.argv[3] ?? REGISTRY_PORT);
const data = JSON.parse(readFileSync(join(folder, 'registry.json'), 'utf8')) as RegistryData;
const shelf = new Shelf(data, folder);
const timesLeft = new Map(data.faults.map((fault) => [fault, fault.times ?? Number.POSITIVE_INFINITY]));

createServer((request, response) => void serve(request, response)).listen(port);

async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', url = '/', headers } = request;
  const body = await buffer(request);
  const fault = takeFault(url);
  await sleep((fault?.delay ?? 0) * 1000);
  const answered = refuse(fault) ?? understand({ method, path: url.split('?')[0] ?? '/', headers, body });
  response.writeHead(answered.status, { ...answered.headers, 'content-length': answered.body.length });
  if (fault?.cut !== true) response.end(method === 'HEAD' ? undefined : answered.body);
  else response.write(answered.body.subarray(0, answered.body.length >> 1), () => response.destroy());
}

/** Find the first fault that concerns a path and has not come about as often as it should. */
function takeFault(path: string): Fault | undefined {
  const fault = data.faults.find((one) => decode(path).startsWith(one.path) && (timesLeft.get(one) ?? 0) > 0);
  if (fault !== undefined) timesLeft.set(fault, (timesLeft.get(fault) ?? 0) - 1);
  return fault;
}

function refuse(fault: Fault | undefined): Answer | null {
  if (fault === undefined || (fault.status === undefined && fault.body === undefined)) return null;
  const { status = 200, body = '' } = fault;
  return { status, headers: { 'content-type': 'text/html' }, body: Buffer.from(body) };
}

function understand(asked: Parameters<typeof answer>[1]): Answer {
  try {
    return answer(shelf, { ...asked, path: decode(asked.path) });
  } catch {
    return json(400, { error: 'Bad request' });
  }
}

/** Decode a path; one that cannot be decoded stays, and nothing is there. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
