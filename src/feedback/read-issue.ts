import { z } from 'zod';
import { REPORT_OUTCOMES } from '../entry/schema/facts.ts';
import { DateSchema, EntryIdSchema, SlugSchema, WebUrlSchema } from '../entry/schema/primitives.ts';
import { FORM_FIELDS } from './form.ts';

/** An issue as `gh issue view --json body,url,createdAt` writes it. */
const IssueSchema = z.object({ body: z.string(), url: WebUrlSchema, createdAt: z.string() });

const AcceptedSchema = z.object({
  entry: EntryIdSchema,
  cause: SlugSchema,
  remedy: SlugSchema,
  outcome: z.enum(REPORT_OUTCOMES),
  versions: z.string().max(200, 'must be at most 200 characters').nullable(),
  url: WebUrlSchema,
  date: DateSchema,
});

/** A report of a reader, as its issue has it. */
export type Accepted = z.output<typeof AcceptedSchema>;

/** Something that keeps a report from being taken; its message says what to do. */
export class FeedbackTrouble extends Error {}

/**
 * Read an issue that was made with the form. Its body is what a stranger wrote: of it only ids, an outcome
 * and one line of text are taken, each checked.
 *
 * @param json as `gh issue view --json body,url,createdAt` writes it
 * @throws FeedbackTrouble if it is no such issue, or a field is missing or wrong
 */
export function readIssue(json: string): Accepted {
  const issue = IssueSchema.safeParse(parse(json));
  if (!issue.success)
    throw new FeedbackTrouble(
      'this is no issue: pass what `gh issue view N --json body,url,createdAt` prints',
    );
  const { body, url, createdAt } = issue.data;
  const sections = sectionsOf(body);
  const field = (name: keyof typeof FORM_FIELDS): string | undefined => sections.get(FORM_FIELDS[name]);
  const accepted = AcceptedSchema.safeParse({
    entry: field('entry'),
    cause: field('cause'),
    remedy: field('remedy'),
    outcome: field('outcome'),
    versions: field('versions') || null,
    url,
    date: createdAt.slice(0, 10),
  });
  if (accepted.success) return accepted.data;
  const faults = accepted.error.issues.map(({ path: [name], message }) => {
    const label = FORM_FIELDS[name as keyof typeof FORM_FIELDS] ?? String(name);
    return `${label}: ${message}`;
  });
  throw new FeedbackTrouble(`${url}: mend the issue, then run this again\n${faults.join('\n')}`);
}

function parse(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return null;
  }
}

/** What stands under each heading of a form, by label; of two alike the first, since free text comes last. */
function sectionsOf(body: string): Map<string, string> {
  const sections = new Map<string, string>();
  for (const part of body.replaceAll('\r\n', '\n').split(/^### /m).slice(1)) {
    const [label = '', ...lines] = part.split('\n');
    const text = lines.join('\n').trim();
    if (!sections.has(label.trim()))
      sections.set(label.trim(), text === '_No response_' ? '' : (text.split('\n')[0] ?? ''));
  }
  return sections;
}
