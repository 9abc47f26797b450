import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { versionInRange } from './version-range.ts';

describe('versionInRange', () => {
  const cases: [version: string, range: string, inside: boolean][] = [
    ['1.26.3', '1.24+', true],
    ['1.18.0', '1.24+', false],
    ['2.9', '2.10+', false],
    ['24.1.0', '18-24', true],
    ['24.1.0', '18–22', false],
    ['17.9', '<18', true],
    ['18.0.0', '<18', false],
    ['18.0.0', '<=18', true],
    ['18.0.0', '>=18', true],
    ['20.11.1', '20', true],
    ['2.0', '20', false],
    ['1:2.39.5-0+deb12u2', '2.39', true],
    ['v20.1.0', '18.0, 20+', true],
  ];
  for (const [version, range, inside] of cases) {
    it(`${version} is ${inside ? '' : 'not '}in ${range}`, () => {
      assert.equal(versionInRange(version, range), inside);
    });
  }

  it('refuses what is no range and says how one is written', () => {
    assert.throws(
      () => versionInRange('1', 'newer than 3'),
      /"newer than 3" is not a version range: write 1\.24\+/,
    );
  });
});
