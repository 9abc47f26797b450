import { z } from 'zod';
import { LocalizedTextSchema, SlugSchema } from './primitives.ts';
import { StepSchema } from './step.ts';

export const SAFETIES = ['read-only', 'changes-state', 'destructive'] as const;

const YesNoMaybeSchema = z.enum(['yes', 'no', 'maybe']);

const UndoSchema = z
  .preprocess(
    (value) =>
      typeof value === 'string'
        ? value === 'none'
          ? { kind: 'none' }
          : { kind: 'command', command: value }
        : typeof value === 'object' && value !== null && !('kind' in value)
          ? { kind: 'text', text: value }
          : value,
    z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('none') }),
      z.strictObject({ kind: z.literal('command'), command: z.string().min(1) }),
      z.strictObject({ kind: z.literal('text'), text: LocalizedTextSchema }),
    ]),
  )
  .meta({ description: 'How to take it back: none, a command, or a text in both languages.' });

const CostsSchema = z.strictObject({
  restart: YesNoMaybeSchema.meta({ description: 'Whether something must be restarted.' }),
  root: YesNoMaybeSchema.meta({ description: 'Whether it needs root.' }),
  minutes: z.number().positive().meta({ description: 'Minutes that it takes.' }),
});

const ToolVersionsSchema = z
  .record(z.string(), z.string())
  .meta({ description: 'Tool to version, as in {node: "18"}.' });

/** What people try: a workaround (helps) or a dead end (popular, does not help). */
export const RemedySchema = z
  .strictObject({
    side: z
      .enum(['workaround', 'dead-end'])
      .meta({ description: 'Which list of the page it stands in; the trials must agree.' }),
    safety: z
      .enum(SAFETIES)
      .nullable()
      .default(null)
      .meta({ description: 'read-only, changes-state or destructive; the last two need undo.' }),
    undo: UndoSchema.nullable().default(null),
    costs: CostsSchema.nullable()
      .default(null)
      .meta({ description: 'Whether it takes a restart or root (yes, no, maybe), and how many minutes.' }),
    since: ToolVersionsSchema.nullable()
      .default(null)
      .meta({ description: 'Versions that brought it, as in {node: "18"}; in older ones it is not tried.' }),
    until: ToolVersionsSchema.nullable()
      .default(null)
      .meta({ description: 'Versions that took it away; from there on it is not tried.' }),
    steps: z.array(StepSchema).min(1).meta({
      description: 'The commands and edits, in order: page, JSON and lab all take them from here.',
    }),
  })
  .superRefine((remedy, context) => {
    if (remedy.side === 'workaround' && remedy.safety === null) {
      context.addIssue({
        code: 'custom',
        path: ['safety'],
        message: `a workaround says its safety: ${SAFETIES.join(', ')}`,
      });
    }
    const changes = remedy.safety === 'changes-state' || remedy.safety === 'destructive';
    if (changes && remedy.undo === null) {
      context.addIssue({
        code: 'custom',
        path: ['undo'],
        message: `${remedy.safety} needs undo: a command, a text {en, zh}, or none`,
      });
    }
    const seen = new Set<string>();
    remedy.steps.forEach((step, index) => {
      if (seen.has(step.id)) {
        context.addIssue({
          code: 'custom',
          path: ['steps', index, 'id'],
          message: `step id ${step.id} is used twice`,
        });
      }
      seen.add(step.id);
    });
  });

/** Remedies by id, in the order in which ties keep them. */
export const RemediesSchema = z.record(SlugSchema, RemedySchema);

export type Remedy = z.output<typeof RemedySchema>;
export type Undo = z.output<typeof UndoSchema>;
export type Safety = (typeof SAFETIES)[number];
