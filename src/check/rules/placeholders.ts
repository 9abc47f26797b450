import { bracedNames } from '../../entry/placeholders.ts';
import { nearest } from '../../entry/problems/nearest.ts';
import type { Facts } from '../../entry/schema/facts.ts';
import type { Step } from '../../entry/schema/step.ts';
import { splitSignature } from '../../entry/signature-pattern.ts';
import { type Complaint, type FactsContext, factsRule } from '../context.ts';
import { atKey, atValue } from '../places.ts';

/** A text of entry.yaml in which {name} may stand. */
interface Template {
  path: PropertyKey[];
  names: string[];
  /** In signatures every {name} must be declared; elsewhere braces may mean something else. */
  strict: boolean;
}

export const placeholders = factsRule({
  name: 'placeholders',
  description:
    'Every {name} of signatures is declared, none is misspelt, what is declared is used, and no value of lab.yaml holds one.',
  check: (entry) => {
    const declared = Object.keys(entry.facts.placeholders);
    const templates = templatesOf(entry.facts);
    const used = new Set(templates.flatMap((template) => template.names));
    return [
      ...templates.flatMap((template) => checkTemplate(entry, template, declared)),
      ...declared
        .filter((name) => !used.has(name))
        .map((name) =>
          atKey(
            entry.yaml,
            ['placeholders', name],
            `the placeholder ${name} is used nowhere`,
            'take it out, or use it',
          ),
        ),
      ...checkValues(entry, declared),
    ];
  },
});

function checkTemplate(
  { yaml }: FactsContext,
  { path, names, strict }: Template,
  declared: string[],
): Complaint[] {
  return names.flatMap((name) => {
    if (declared.includes(name)) return [];
    const guess = nearest(name, declared);
    const tip =
      guess === null ? 'declare it under placeholders; a literal brace is \\{' : `did you mean {${guess}}?`;
    if (strict) return [atValue(yaml, path, `{${name}} is not declared`, tip)];
    return guess === null ? [] : [atValue(yaml, path, `{${name}} is not declared, but {${guess}} is`, tip)];
  });
}

/** Values of lab.yaml for names that nothing has, and such as hold a placeholder themselves, which would stay as it is. */
function checkValues({ lab, labYaml }: FactsContext, declared: string[]): Complaint[] {
  if (lab === null || labYaml === null) return [];
  const own = [
    { path: ['values'], values: lab.values },
    ...Object.entries(lab.causes).map(([id, cause]) => ({
      path: ['causes', id, 'values'],
      values: cause.values,
    })),
    ...Object.entries(lab.remedies).map(([id, remedy]) => ({
      path: ['remedies', id, 'values'],
      values: remedy.values,
    })),
  ];
  return own.flatMap(({ path, values }) =>
    Object.entries(values ?? {}).flatMap(([name, value]) => {
      const place = [...path, name];
      const guess = declared.includes(name) ? null : nearest(name, declared);
      const held = bracedNames(String(value)).filter((one) => declared.includes(one));
      return [
        ...(guess === null
          ? []
          : [atKey(labYaml, place, `entry.yaml declares no placeholder ${name}`, `did you mean ${guess}?`)]),
        ...held.map((one) =>
          atValue(labYaml, place, `{${one}} is not filled in within a value`, 'write what it stands for'),
        ),
      ];
    }),
  );
}

function templatesOf(facts: Facts): Template[] {
  const signatures = facts.signatures.map(({ text }, index) => ({
    path: ['signatures', index],
    names: namesInSignature(text),
    strict: true,
  }));
  const tells = Object.entries(facts.causes).flatMap(([id, { tell }]) =>
    tell === null
      ? []
      : [{ path: ['causes', id, 'tell', 'run'], names: bracedNames(tell.run), strict: false }],
  );
  const remedies = Object.entries(facts.remedies).flatMap(([id, { steps, undo }]) => [
    ...steps.map((step, index) => ({
      path: ['remedies', id, 'steps', index],
      names: textsOf(step).flatMap(bracedNames),
      strict: false,
    })),
    ...(undo?.kind === 'command'
      ? [{ path: ['remedies', id, 'undo'], names: bracedNames(undo.command), strict: false }]
      : []),
  ]);
  return [...signatures, ...tells, ...remedies];
}

function namesInSignature(text: string): string[] {
  return [...new Set(splitSignature(text).flatMap((part) => (part.kind === 'placeholder' ? part.name : [])))];
}

function textsOf(step: Step): string[] {
  switch (step.kind) {
    case 'run':
    case 'serve':
    case 'rerun':
      return [step.command];
    case 'env':
      return Object.values(step.variables);
    case 'write':
      return [step.path, step.text];
    case 'replace':
      return [step.path, step.from, step.to];
    case 'use':
      return Object.values(step.versions);
    case 'manual':
      return [];
  }
}
