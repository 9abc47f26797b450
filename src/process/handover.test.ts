import assert from 'node:assert/strict';
import { test } from 'node:test';
import { handover } from './handover.ts';

test('parts that are bundled apart see what another left', async () => {
  const apart = (await import(`./handover.ts?${'apart'}`)) as { handover: typeof handover };
  assert.notEqual(apart.handover, handover);
  const here = handover<string[]>('test');
  assert.equal(here.take(), undefined);
  const left = ['a'];
  assert.equal(here.offer(left), left);
  assert.equal(apart.handover<string[]>('test').take(), left);
  here.offer(['b']);
  assert.deepEqual(apart.handover<string[]>('test').take(), ['b']);
  assert.equal(handover('another').take(), undefined);
});
