import { LabSchema } from '../entry/schema/lab.ts';
import { comment, indent, listKeys, off, on, writeCommented } from './commented.ts';
import { FIRST } from './entry-yaml.ts';

/** Write the lab.yaml of a new entry. */
export function writeLabYaml(): string {
  return `${comment('How the lab brings each cause about. Keys behind a # are optional; a cause overrides any of them but environments, packages and cache.')}

${writeCommented(LabSchema, [], {
  environments: on(`
${indent(listKeys(LabSchema, ['environments', 0]), 2)}
  - { id: bookworm, debian: bookworm } # FILL IN: a name for good, and the versions to measure, as in npm: { node: '24' }`),
  packages: off('[curl, psmisc]'),
  cache: off('[react@18.3.1]'),
  user: off('lab'),
  needs: off('[ipv6]'),
  limits: off('{ time: 60, memory: 1024 }'),
  values: off('{ port: 3000 }'),
  env: off('{ LANG: C.UTF-8 }'),
  cwd: off('app'),
  files: off(`
  app/server.js: |
    console.log('hello');`),
  setup: off('mkdir -p app'),
  services: off(`
  database: { run: sleep 1000, ready: { file: database.ready }, log: database.log }`),
  provoke: off('touch app/lock'),
  run: on("'FILL IN: the command that prints the message'"),
  reads: off('[database.log]'),
  check: on("'FILL IN: a command that ends with 0 only where all is well'"),
  harm: off('test -e app/server.js'),
  again: off('touch app/lock'),
  tries: off('1'),
  causes: on(`
  ${FIRST.cause}: {}`),
  remedies: off(`
  ${FIRST.workaround}: { check: 'true' }`),
})}
`;
}
