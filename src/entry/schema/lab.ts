import { z } from 'zod';
import { EnvironmentSchema } from './lab-environment.ts';
import { LimitsSchema, MACHINE, UserSchema } from './lab-machine.ts';
import { RegistrySchema } from './lab-registry.ts';
import { DebianNameSchema, NpmSpecSchema } from './packages.ts';
import { SlugSchema } from './primitives.ts';
import { SandboxPathSchema } from './sandbox-path.ts';

const command = z.string().trim().min(1);
const variables = z.record(
  z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable'),
  z.string(),
);
const files = z.record(SandboxPathSchema, z.string());

/** When a program that keeps running counts as ready. Without any: as soon as it runs. */
export const ReadySchema = z.strictObject({
  port: z
    .union([z.string(), z.number()])
    .transform(String)
    .optional()
    .meta({ description: 'A TCP port on loopback accepts.' }),
  log: z.string().optional().meta({ description: 'Its output contains this text.' }),
  file: SandboxPathSchema.optional().meta({ description: 'This path exists.' }),
});

export const ServiceSchema = z.strictObject({
  run: command,
  ready: ReadySchema.optional(),
  log: SandboxPathSchema.optional().meta({ description: 'File for its output, in the home directory.' }),
  user: UserSchema.optional().meta({
    description: 'lab, root, one of `users`, or one that a package brings, such as postgres.',
  }),
});

const ServesSchema = z.strictObject({
  serve: command.meta({ description: 'The failing program, which keeps running once it is fixed.' }),
  ready: ReadySchema.optional(),
});

const PageSchema = z.strictObject({
  page: z
    .string()
    .min(1)
    .meta({ description: 'A URL, an HTML file or a script, loaded in jsdom; its console is the output.' }),
  settle: z
    .number()
    .nonnegative()
    .max(30)
    .optional()
    .meta({ description: 'Seconds that it is watched for after the load event (0.5 without it).' }),
});

/** What the whole scenario sets and a cause may override. A null takes a shared value away. */
const scenario = {
  user: UserSchema.optional().meta({
    description:
      'Who runs it: lab, an ordinary user (the default), root of the sandbox, or another as in services.',
  }),
  needs: z.array(z.enum(['two-users', 'net-admin', 'ipv6'])).optional(),
  limits: LimitsSchema.optional(),
  ...MACHINE,
  values: z
    .record(z.string(), z.union([z.string(), z.number()]).transform(String))
    .optional()
    .meta({ description: 'What placeholders stand for here.' }),
  env: variables.optional(),
  cwd: SandboxPathSchema.optional().meta({
    description:
      'Where run, provoke, tells, steps, check, harm and again start; relative to the home directory, which is the default. Setup and services start in the home directory.',
  }),
  files: files.optional().meta({ description: 'Files by path; relative ones stand in the home directory.' }),
  registry: RegistrySchema.optional().meta({
    description:
      'A package registry at http://localhost:4873/ in the sandbox, to which npm, pnpm, yarn and bun are sent by files in the home directory that `files` may replace. A cause adds to its own, users, tags, private and publishers; it replaces packages and faults. Placeholders are not filled in it.',
  }),
  setup: command.optional().meta({ description: 'Runs once, before the services.' }),
  services: z
    .record(SlugSchema, ServiceSchema.nullable())
    .optional()
    .meta({ description: 'Background programs, started in order, each until ready.' }),
  provoke: command
    .optional()
    .meta({ description: 'Runs once, after the services: the act that brings the cause about.' }),
  run: z
    .union([command, ServesSchema, PageSchema])
    .optional()
    .meta({ description: 'What must print a signature: a command that ends, {serve} or {page}.' }),
  reads: z.array(SandboxPathSchema).optional().meta({
    description: 'Log files, and services by name, whose new lines count for reproduction.',
  }),
  check: command.optional().meta({ description: "What 'fixed' must also mean: exits 0." }),
  harm: command
    .nullable()
    .optional()
    .meta({ description: 'Invariant of the entry: exits non-zero where a remedy did damage.' }),
  again: command.nullable().optional().meta({ description: 'What the machine does unasked next.' }),
  tries: z
    .number()
    .int()
    .min(1)
    .max(20)
    .optional()
    .meta({ description: 'For races: fixed only if all are.' }),
};

const CauseScenarioSchema = z.strictObject({
  ...scenario,
  unless: z
    .record(z.string(), z.string())
    .optional()
    .meta({ description: 'Tool to range of versions that do not have this cause.' }),
});

const RemedyScenarioSchema = z.strictObject({
  values: scenario.values,
  env: scenario.env,
  check: scenario.check,
  again: scenario.again,
  ready: ReadySchema.optional().meta({
    description: 'When a program that a step serves or reruns counts as ready, if otherwise.',
  }),
});

/** lab.yaml: how each cause is brought about. */
export const LabSchema = z.strictObject({
  environments: z
    .array(EnvironmentSchema)
    .min(1)
    .max(50)
    .meta({ description: 'Columns of trials: a Debian suite, and npm packages at versions on top.' }),
  packages: z
    .array(DebianNameSchema)
    .max(200)
    .default([])
    .meta({ description: 'Debian packages wanted in every suite.' }),
  cache: z
    .array(NpmSpecSchema)
    .max(200)
    .default([])
    .meta({ description: 'Packages that `npm install --offline` must find.' }),
  ...scenario,
  run: scenario.run.unwrap(),
  check: command,
  causes: z.record(SlugSchema, CauseScenarioSchema).meta({
    description: 'Causes of entry.yaml, each with what differs from the shared keys above.',
  }),
  remedies: z
    .record(SlugSchema, RemedyScenarioSchema)
    .default({})
    .meta({ description: 'Remedies of entry.yaml that need more than values to run here.' }),
});

export type Lab = z.output<typeof LabSchema>;
export type { LabEnvironment } from './lab-environment.ts';
export type CauseScenario = z.output<typeof CauseScenarioSchema>;
export type RemedyScenario = z.output<typeof RemedyScenarioSchema>;
export type Ready = z.output<typeof ReadySchema>;
export type Service = z.output<typeof ServiceSchema>;
