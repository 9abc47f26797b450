import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { StepSchema } from './schema/step.ts';
import { fillStep, showStep } from './steps.ts';

describe('showStep', () => {
  it('shows variables as something to paste, quoted where the shell needs it', () => {
    const step = StepSchema.parse({ id: 's', env: { PORT: '{port}', NAME: "it's" } });
    assert.equal(showStep(step)?.text, "export PORT={port}\nexport NAME='it'\\''s'");
  });

  it('shows nothing to paste for a step told in prose', () => {
    assert.equal(showStep(StepSchema.parse({ id: 's', manual: true })), null);
  });

  it('shows an edit with the text that it replaces', () => {
    const step = StepSchema.parse({ id: 's', replace: { path: 'a.conf', from: 'x', to: 'y' } });
    assert.deepEqual(showStep(step), { form: 'change', text: 'y', from: 'x', path: 'a.conf' });
  });
});

describe('fillStep', () => {
  it('fills every text of a step', () => {
    const step = StepSchema.parse({ id: 's', write: { path: '{dir}/a', text: 'port={port}' } });
    assert.deepEqual(fillStep(step, { dir: '/etc', port: '1' }), {
      id: 's',
      kind: 'write',
      path: '/etc/a',
      text: 'port=1',
    });
  });
});

describe('StepSchema', () => {
  it('refuses a step of two kinds or of none', () => {
    assert.match(
      String(StepSchema.safeParse({ id: 's', run: 'a', env: {} }).error),
      /exactly one of .* run and env/,
    );
    assert.match(String(StepSchema.safeParse({ id: 's' }).error), /this one has none/);
  });

  it('refuses an unknown key', () => {
    assert.match(String(StepSchema.safeParse({ id: 's', rum: 'a' }).error), /rum/);
  });
});
