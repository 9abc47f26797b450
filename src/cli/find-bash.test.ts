import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { findBash } from './find-bash.ts';

/** Find bash on a machine that has just these files. */
function find(platform: NodeJS.Platform, env: Record<string, string>, ...files: string[]): string | null {
  return findBash({ platform, env, exists: (path) => files.includes(path) });
}

describe('bash on Windows', () => {
  const WSL = [
    'C:\\Windows\\System32\\bash.exe',
    'C:\\Users\\li\\AppData\\Local\\Microsoft\\WindowsApps\\bash.exe',
  ];
  const PATH = 'C:\\Windows\\System32;C:\\Users\\li\\AppData\\Local\\Microsoft\\WindowsApps';

  test('is the one that came with the git in PATH, wherever that was installed', () => {
    for (const [folder, bash] of [
      ['D:\\Git\\cmd', 'D:\\Git\\bin\\bash.exe'],
      ['D:\\Git\\bin', 'D:\\Git\\bin\\bash.exe'],
      ['"D:\\Git\\mingw64\\bin"', 'D:\\Git\\bin\\bash.exe'],
      ['C:\\Users\\li\\scoop\\shims', 'C:\\Users\\li\\scoop\\apps\\git\\current\\bin\\bash.exe'],
    ] as const) {
      const git = `${folder.replaceAll('"', '')}\\git.exe`;
      assert.equal(find('win32', { PATH: `${PATH};${folder}` }, ...WSL, git, bash), bash, folder);
    }
  });

  test('is that of Git for Windows where git is not in PATH', () => {
    const files = [
      'C:\\Program Files\\Git\\bin\\bash.exe',
      'C:\\Users\\li\\AppData\\Local\\Programs\\Git\\bin\\bash.exe',
    ];
    const env = { PATH, ProgramFiles: 'C:\\Program Files', LOCALAPPDATA: 'C:\\Users\\li\\AppData\\Local' };
    for (const file of files) assert.equal(find('win32', env, ...WSL, file), file);
  });

  test('is another one in PATH, such as that of MSYS2', () => {
    const file = 'C:\\msys64\\usr\\bin\\bash.exe';
    assert.equal(find('win32', { PATH: `${PATH};C:\\msys64\\usr\\bin` }, ...WSL, file), file);
  });

  test('is never the one that starts WSL, nor one of the folder at hand', () => {
    assert.equal(find('win32', { PATH: `.;${PATH};c:\\windows\\system32\\` }, ...WSL, 'bash.exe'), null);
    assert.equal(
      find('win32', { PATH: 'D:\\Win\\System32', SystemRoot: 'D:\\WIN' }, 'D:\\Win\\System32\\bash.exe'),
      null,
    );
    assert.equal(find('win32', {}), null);
  });
});

describe('bash elsewhere', () => {
  test('is the one in PATH: on macOS the newer of two', () => {
    const files = ['/opt/homebrew/bin/bash', '/bin/bash'];
    assert.equal(find('darwin', { PATH: '/usr/bin:/bin' }, ...files), '/bin/bash');
    assert.equal(find('darwin', { PATH: '/opt/homebrew/bin:/bin' }, ...files), '/opt/homebrew/bin/bash');
    assert.equal(find('darwin', {}, ...files), '/opt/homebrew/bin/bash');
  });

  test('is not there on a system that has a plain sh alone', () => {
    assert.equal(find('linux', { PATH: '/bin:.' }, '/bin/sh', 'bash'), null);
  });
});
