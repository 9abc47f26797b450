import assert from 'node:assert/strict';
import { Readable } from 'node:stream';
import { describe, test } from 'node:test';
import { contentKnowledge } from '../knowledge/content.ts';
import type { CheckRun } from '../run-shell.ts';
import { diagnose } from './diagnose.ts';

const ENTRY = 'node/err-address-already-in-use-eaddrinuse';
const knowledge = contentKnowledge();

/** Diagnose with a shell in which each check in turn ends as given. */
async function diagnoseWith(runs: Partial<CheckRun>[], answers: string[] = [], json = false) {
  const entry = knowledge.entry(ENTRY);
  const verdict = knowledge.verdict(ENTRY, 'en');
  assert.ok(entry !== null && verdict !== null);
  let out = '';
  let err = '';
  const left = [...runs];
  const status = await diagnose(
    entry,
    verdict,
    {
      locale: 'en',
      values: { port: '3000', host: '127.0.0.1', socket: '/tmp/app.sock' },
      yes: answers.length === 0,
      json,
      ask: async () => answers.shift() ?? 'q',
      shell: () => async () => ({ exit: 1, stdout: '', missing: null, ...left.shift() }),
    },
    {
      stdin: Readable.from([]),
      out: (text) => {
        out += text;
      },
      err: (line) => {
        err += `${line}\n`;
      },
      colour: false,
      columns: 80,
      env: {},
    },
  );
  return { status, out, err };
}

describe('a diagnosis', () => {
  test('says "not this one" only of a check that was run', async () => {
    const { status, out } = await diagnoseWith([{}, { exit: 127, missing: 'ss' }, { exit: null }]);
    assert.equal(status, 1);
    assert.match(out, /Not this one\.[\s\S]*cannot be run here: there is no ss\.[\s\S]*did not end/);
    const ran = out.match(/Not this one\./g)?.length ?? 0;
    assert.match(out, new RegExp(`None of the ${ran} checks that were run`));
  });

  test('names the cause whose check holds, and which others that does not rule out', async () => {
    const verdict = knowledge.verdict(ENTRY, 'en');
    const [first] = verdict?.causes.filter(({ proven, tell }) => proven && tell !== null) ?? [];
    const printed = { exit: 0, stdout: '0\n' };
    const sure = await diagnoseWith(Array(9).fill(printed));
    assert.equal(sure.status, 0);
    assert.ok(sure.out.includes(`The cause at work: ${first?.title.replaceAll('`', '')}`), sure.out);
    assert.ok(!sure.out.includes('ruled out'));
    const skipped = await diagnoseWith(Array(9).fill(printed), ['n', 'y', 'y', 'y', 'y', 'y']);
    assert.equal(skipped.status, 0);
    assert.match(skipped.out, /The cause of the check before it that was not run is not ruled out\./);
  });

  test('tells a program the cause, what fixed it and every check, and the reader the rest beside it', async () => {
    const { status, out, err } = await diagnoseWith(
      [
        { exit: 127, missing: 'ss' },
        { exit: 0, stdout: '0\n' },
      ],
      [],
      true,
    );
    assert.equal(status, 0);
    const found = JSON.parse(out);
    assert.deepEqual(
      found.checks.map(({ outcome, exit }: { outcome: string; exit: number }) => [outcome, exit]),
      [
        ['no-command', 127],
        ['holds', 0],
      ],
    );
    assert.equal(found.cause, found.checks[1].cause);
    assert.match(found.url, new RegExp(`#cause-${found.cause}$`));
    assert.ok(found.fix.fixed > 0 && found.fix.fixed <= found.fix.trials);
    assert.match(err, /The cause at work/);
    const none = JSON.parse((await diagnoseWith([], [], true)).out);
    assert.equal(none.cause, null);
  });
});
