import { type Problem, START } from '../problems/problem.ts';
import { expandResults } from '../results-file.ts';
import { type LabResults, LabResultsSchema } from '../schema/results.ts';

const TIP = 'run `npm run lab` for this entry: the file is written by the lab alone';

/** Read lab.results.json and hold it against its schema. */
export function readResults(
  file: string,
  text: string,
  id: string,
): { results: LabResults | null; problems: Problem[] } {
  const problem = (message: string): Problem => ({ file, ...START, rule: 'results', message, tip: TIP });
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch (error) {
    return { results: null, problems: [problem(`this is no JSON: ${String(error)}`)] };
  }
  const parsed = LabResultsSchema.safeParse(expandResults(data));
  if (!parsed.success) {
    const problems = parsed.error.issues.map((issue) => problem(`${issue.path.join('.')}: ${issue.message}`));
    return { results: null, problems };
  }
  const results = parsed.data;
  const foreign = results.entry === id ? [] : [problem(`these are the results of ${results.entry}`)];
  return { results, problems: foreign };
}
