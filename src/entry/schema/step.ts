import { z } from 'zod';
import { NpmNameSchema, NpmVersionSchema } from './packages.ts';
import { SlugSchema } from './primitives.ts';

/** The keys that say what kind of step it is; a step has exactly one of them. */
export const STEP_KINDS = ['run', 'env', 'write', 'replace', 'use', 'serve', 'rerun', 'manual'] as const;

const command = z.string().trim().min(1);

const StepObjectSchema = z
  .strictObject({
    id: SlugSchema,
    run: command.optional().meta({ description: 'A command to run.' }),
    look: z
      .literal(true)
      .optional()
      .meta({ description: 'With run: it only reads, and its exit status is ignored.' }),
    env: z
      .record(
        z.string().regex(/^[A-Za-z_][A-Za-z0-9_]*$/, 'must be the name of an environment variable'),
        z.string(),
      )
      .optional()
      .meta({ description: 'Environment variables to export; they reach everything started afterwards.' }),
    write: z
      .strictObject({ path: z.string().min(1), text: z.string() })
      .optional()
      .meta({ description: 'A file to write.' }),
    replace: z
      .strictObject({ path: z.string().min(1), from: z.string().min(1), to: z.string() })
      .optional()
      .meta({ description: 'A text to replace in a file; it must occur there.' }),
    use: z
      .record(NpmNameSchema, NpmVersionSchema)
      .optional()
      .meta({ description: 'A version of a tool to change to.' }),
    serve: command.optional().meta({ description: 'A command that keeps running, in place of a service.' }),
    instead: SlugSchema.optional().meta({
      description: 'With serve: the service that it takes the place of.',
    }),
    rerun: command
      .optional()
      .meta({ description: 'The command by which the reader runs the failing program from now on.' }),
    manual: z.literal(true).optional().meta({ description: 'Told in prose alone; never counts as run.' }),
  })
  .superRefine((step, context) => {
    const kinds = STEP_KINDS.filter((kind) => step[kind] !== undefined);
    if (kinds.length !== 1) {
      context.addIssue({
        code: 'custom',
        message: `a step has exactly one of ${STEP_KINDS.join(', ')}; this one has ${kinds.join(' and ') || 'none'}`,
      });
    }
    if (step.look !== undefined && step.run === undefined) {
      context.addIssue({ code: 'custom', path: ['look'], message: 'look goes with run alone' });
    }
    if ((step.serve === undefined) !== (step.instead === undefined)) {
      context.addIssue({ code: 'custom', message: 'serve and instead go together' });
    }
  });

/** One command, edit or setting of a remedy, as a discriminated union over `kind`. */
export const StepSchema = StepObjectSchema.transform((step): Step => {
  const { id } = step;
  if (step.run !== undefined) return { id, kind: 'run', command: step.run, look: step.look ?? false };
  if (step.env !== undefined) return { id, kind: 'env', variables: step.env };
  if (step.write !== undefined) return { id, kind: 'write', ...step.write };
  if (step.replace !== undefined) return { id, kind: 'replace', ...step.replace };
  if (step.use !== undefined) return { id, kind: 'use', versions: step.use };
  if (step.serve !== undefined)
    return { id, kind: 'serve', command: step.serve, instead: step.instead ?? '' };
  if (step.rerun !== undefined) return { id, kind: 'rerun', command: step.rerun };
  return { id, kind: 'manual' };
});

/** A step after parsing. Texts may hold `{placeholder}`. */
export type Step =
  | { id: string; kind: 'run'; command: string; look: boolean }
  | { id: string; kind: 'env'; variables: Record<string, string> }
  | { id: string; kind: 'write'; path: string; text: string }
  | { id: string; kind: 'replace'; path: string; from: string; to: string }
  | { id: string; kind: 'use'; versions: Record<string, string> }
  | { id: string; kind: 'serve'; command: string; instead: string }
  | { id: string; kind: 'rerun'; command: string }
  | { id: string; kind: 'manual' };
