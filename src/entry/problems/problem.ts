/** Something wrong in the content: where, what, and how to mend it. */
export interface Problem {
  /** Path of the file, relative to the project. */
  file: string;
  /** Line from 1. */
  line: number;
  /** Column from 1, in UTF-16 units. */
  column: number;
  /** Name of the rule that it breaks. */
  rule: string;
  /** What is wrong. */
  message: string;
  /** How to mend it. */
  tip: string;
}

/** A place in a text; line and column count from 1. */
export interface Place {
  line: number;
  column: number;
}

export const START: Place = { line: 1, column: 1 };

/** Sort problems by file and place, and leave out those said twice. */
export function sortProblems(problems: readonly Problem[]): Problem[] {
  const byText = new Map(problems.map((problem) => [JSON.stringify(problem), problem]));
  return [...byText.values()].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

/** Write a problem as two lines: `path:line:column  message` and `  → tip`. */
export function formatProblem(problem: Problem): string {
  const { file, line, column, message, tip } = problem;
  return `${file}:${line}:${column}  ${message}\n  → ${tip}`;
}

/** Write all problems, sorted, with their count at the end. */
export function formatProblems(problems: readonly Problem[]): string {
  const sorted = sortProblems(problems);
  const files = new Set(sorted.map((problem) => problem.file)).size;
  const count = `${sorted.length} ${sorted.length === 1 ? 'problem' : 'problems'} in ${files} ${files === 1 ? 'file' : 'files'}`;
  return [...sorted.map(formatProblem), '', count].join('\n');
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
