import assert from 'node:assert/strict';
import { test } from 'node:test';
import { repositoryAddress } from './repository.ts';

test('the repository is what is set, else that of the workflow, else none', () => {
  assert.equal(repositoryAddress({}), null);
  assert.equal(repositoryAddress({ REPOSITORY_URL: 'https://github.com/a/b.git' }), 'https://github.com/a/b');
  const actions = { GITHUB_SERVER_URL: 'https://github.com', GITHUB_REPOSITORY: 'a/b.c' };
  assert.equal(repositoryAddress(actions), 'https://github.com/a/b.c');
  assert.equal(
    repositoryAddress({ ...actions, REPOSITORY_URL: 'https://git.example/x/y/' }),
    'https://git.example/x/y',
  );
});

test('what is no address of a repository is refused', () => {
  for (const url of [
    'git@github.com:a/b',
    'http://github.com/a/b',
    'https://github.com/a',
    'https://u:p@h.example/a/b',
    'javascript:1',
  ])
    assert.throws(
      () => repositoryAddress({ REPOSITORY_URL: url }),
      /https:\/\/github\.com\/owner\/name/,
      url,
    );
});
