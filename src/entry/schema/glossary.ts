import { z } from 'zod';

const Texts = z.array(z.string().min(1)).min(1);

/** A rule for writing Chinese, with examples of both kinds: what the check finds, and the same as it should be. */
export const WordingRuleSchema = z
  .strictObject({
    rule: z.string().min(1).meta({ description: 'What the rule asks, in one sentence.' }),
    wrong: Texts.meta({ description: 'Texts that break the rule.' }),
    right: Texts.meta({ description: 'The same texts as they should be, in the same order.' }),
  })
  .refine(({ wrong, right }) => wrong.length === right.length, 'needs a right text for each wrong one');

/** One thing and the one word for it. */
export const TermSchema = z.strictObject({
  en: z.string().min(1).meta({ description: 'The English word.' }),
  zh: z.string().min(1).meta({ description: 'The Chinese word for it.' }),
  avoid: z.array(z.string().min(1)).default([]).meta({ description: 'Words that are not used for it.' }),
  unless: z
    .array(z.string().min(1))
    .default([])
    .meta({ description: 'Longer words in which an avoided one is right.' }),
});

/** content/glossary.yaml: how the project writes Chinese. */
export const GlossarySchema = z.strictObject({
  rules: z.array(WordingRuleSchema).meta({ description: 'Rules of punctuation and wording.' }),
  terms: z.array(TermSchema).meta({ description: 'One word for one thing.' }),
  names: z.array(z.string().min(1)).meta({ description: 'Names of products as their makers write them.' }),
});

export type Glossary = z.output<typeof GlossarySchema>;
