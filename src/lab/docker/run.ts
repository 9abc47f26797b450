import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { CannotRunHere } from '../errors.ts';
import { buildArguments, type DockerPlan, runArguments } from './command.ts';

const PROJECT = resolve(import.meta.dirname, '../../..');

/**
 * Run the lab in a Linux container of its own, for machines whose system has no sandboxes.
 *
 * @param args of the command line, `--docker` among them.
 * @returns the exit status of the lab.
 * @throws CannotRunHere where Docker is missing or the image cannot be built.
 */
export async function runInDocker(args: readonly string[], content: string): Promise<number> {
  const { devDependencies } = JSON.parse(readFileSync(join(PROJECT, 'package.json'), 'utf8')) as {
    devDependencies: { node: string };
  };
  const nodeVersion = devDependencies.node;
  const plan: DockerPlan = {
    project: PROJECT,
    content: resolve(content),
    nodeVersion,
    args,
    env: process.env,
  };
  const built = await docker(buildArguments(plan));
  if (built !== 0)
    throw new CannotRunHere(`Docker could not build the image of the lab (exit ${built}): see above.`);
  return docker(runArguments(plan));
}

function docker(args: readonly string[]): Promise<number> {
  return new Promise((done, failed) => {
    // What an interrupt does is up to the lab in the container, which is told of it too.
    const child = spawn('docker', args, { stdio: ['ignore', 'inherit', 'inherit'] });
    child.once('error', () =>
      failed(new CannotRunHere('--docker needs Docker: install it, start it, and run the lab again.')),
    );
    child.once('exit', (code) => done(code ?? 130));
  });
}
