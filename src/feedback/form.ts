import type { Report } from '../entry/schema/facts.ts';

/** File of the issue form in `.github/ISSUE_TEMPLATE/`. */
export const FORM_FILE = 'outcome.yml';

/** The form for an error that has no entry yet; `stub` is the field for the start of one. */
export const ENTRY_FORM_FILE = 'entry.yml';

/** Fields of the form: id, by which the address fills them in, and label, under which the issue has them. */
export const FORM_FIELDS = {
  entry: 'Entry',
  cause: 'Cause',
  remedy: 'Remedy',
  outcome: 'Outcome',
  versions: 'Versions',
} as const;

/** What a reader tells of a remedy; what they do not know is absent. */
export interface Feedback {
  entry: string;
  cause?: string | undefined;
  remedy?: string | undefined;
  outcome?: Report['outcome'] | undefined;
  versions?: string | undefined;
}

/**
 * Address of the issue form with its fields filled in: each by its id,
 * https://docs.github.com/en/communities/using-templates-to-encourage-useful-issues-and-pull-requests/syntax-for-issue-forms
 */
export function formUrl(repository: string, feedback: Feedback): string {
  const url = new URL(`${repository}/issues/new`);
  url.searchParams.set('template', FORM_FILE);
  const { entry, outcome } = feedback;
  url.searchParams.set('title', outcome === undefined ? entry : `${entry}: ${outcome}`);
  for (const field of Object.keys(FORM_FIELDS) as (keyof Feedback)[]) {
    const value = feedback[field]?.trim();
    if (value) url.searchParams.set(field, value);
  }
  return url.href;
}

/** Address of the form for an error that has no entry, with its message and the start of entry.yaml filled in. */
export function entryFormUrl(repository: string, stub: { signature: string; yaml: string }): string {
  const url = new URL(`${repository}/issues/new`);
  url.searchParams.set('template', ENTRY_FORM_FILE);
  url.searchParams.set('title', stub.signature);
  url.searchParams.set('stub', stub.yaml);
  return url.href;
}
