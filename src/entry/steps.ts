import { fillTemplate } from './placeholders.ts';
import type { Step } from './schema/step.ts';

/** A step as readers see it. Text may still hold placeholders. */
export interface ShownStep {
  /** `sh`: paste into a shell; `file`: content of `path`; `change`: `from` becomes `text` in `path`; `version`: a tool at a version. */
  form: 'sh' | 'file' | 'change' | 'version';
  text: string;
  /** The text that is replaced, with form `change`. */
  from: string | null;
  /** The file, with forms `file` and `change`. */
  path: string | null;
}

/** Show a step as the reader is to do it, or null for one that is told in prose alone. */
export function showStep(step: Step): ShownStep | null {
  switch (step.kind) {
    case 'run':
    case 'serve':
    case 'rerun':
      return { form: 'sh', text: step.command, from: null, path: null };
    case 'env': {
      const lines = Object.entries(step.variables).map(([name, value]) => `export ${name}=${quote(value)}`);
      return { form: 'sh', text: lines.join('\n'), from: null, path: null };
    }
    case 'write':
      return { form: 'file', text: step.text, from: null, path: step.path };
    case 'replace':
      return { form: 'change', text: step.to, from: step.from, path: step.path };
    case 'use': {
      const lines = Object.entries(step.versions).map(([tool, version]) => `${tool} ${version}`);
      return { form: 'version', text: lines.join('\n'), from: null, path: null };
    }
    case 'manual':
      return null;
  }
}

/** Put values in the place of the placeholders of a step. */
export function fillStep(step: Step, values: Readonly<Record<string, string>>): Step {
  const fill = (text: string): string => fillTemplate(text, values);
  const fillAll = (texts: Record<string, string>): Record<string, string> =>
    Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, fill(text)]));
  switch (step.kind) {
    case 'run':
    case 'serve':
    case 'rerun':
      return { ...step, command: fill(step.command) };
    case 'env':
      return { ...step, variables: fillAll(step.variables) };
    case 'write':
      return { ...step, path: fill(step.path), text: fill(step.text) };
    case 'replace':
      return { ...step, path: fill(step.path), from: fill(step.from), to: fill(step.to) };
    case 'use':
      return { ...step, versions: fillAll(step.versions) };
    case 'manual':
      return step;
  }
}

/** Quote a word for a POSIX shell where it needs it; placeholders are left bare. */
function quote(value: string): string {
  return /^[\w@%+=:,./{}-]*$/.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
