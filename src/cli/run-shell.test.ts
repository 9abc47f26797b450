import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { openShell } from './run-shell.ts';

describe('a check of an entry', () => {
  const run = openShell({ PATH: process.env['PATH'], GREETING: 'hello', LANGUAGE: 'zh_CN' }, 'en');

  test('runs in bash, with the environment of the reader, and reads nothing', async () => {
    const { exit, stdout, missing } = await run('printf "%s\\n" {a,b} "$GREETING"; cat; exit 3');
    assert.deepEqual({ exit, stdout, missing }, { exit: 3, stdout: 'a\nb\nhello\n', missing: null });
  });

  test('gets messages in English, in which it expects them', async () => {
    assert.equal((await run('printf "$LANGUAGE"')).stdout, 'en');
  });

  test('says which of its commands is not there, even where it throws errors away', async () => {
    for (const command of [
      'no-such-command -n',
      'no-such-command 2> /dev/null | grep x',
      'true && x=$(no-such-command 2> /dev/null); test -n "$x"',
    ])
      assert.equal((await run(command)).missing, 'no-such-command', command);
    // What older shells say by themselves.
    assert.equal((await run('echo "/bin/bash: ss: command not found" >&2; exit 127')).missing, 'ss');
  });

  test('has no exit status where it was ended', async () => {
    assert.equal((await run('kill -TERM $$; sleep 1')).exit, null);
  });
});
