import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { CODES, readCode, writeCode } from './code.ts';

const SOME = [0, 1, 28, 29, 994, 500_000, CODES - 1].map(writeCode);
const SIGNS = [...'0123456789ACDEFGHJKMNPQRTVWXY'];

describe('writeCode', () => {
  it('writes every number in five signs that cannot be mistaken for each other', () => {
    for (const code of SOME) assert.match(code, /^FX-[0-9AC-HJKMNPQRTV-Y]{5}$/);
    assert.equal(new Set(SOME).size, SOME.length);
  });

  it('keeps the codes that are in tickets already', () => {
    assert.equal(writeCode(994), 'FX-0158R');
  });

  it('gives a check character that finds every single wrong sign', () => {
    for (const code of SOME)
      for (let place = 3; place < code.length; place++)
        for (const sign of SIGNS.filter((one) => one !== code[place])) {
          const wrong = code.slice(0, place) + sign + code.slice(place + 1);
          assert.equal(readCode(wrong)?.valid, false, `${wrong} for ${code}`);
        }
  });

  it('gives a check character that finds every exchange of two signs', () => {
    for (const code of SOME) {
      const signs = [...code];
      for (let first = 3; first < signs.length; first++)
        for (let second = first + 1; second < signs.length; second++) {
          if (signs[first] === signs[second]) continue;
          const wrong = signs
            .with(first, signs[second] ?? '')
            .with(second, signs[first] ?? '')
            .join('');
          assert.equal(readCode(wrong)?.valid, false, `${wrong} for ${code}`);
        }
    }
  });
});

describe('readCode', () => {
  const code = writeCode(994);

  it('reads a code however it was typed', () => {
    for (const typed of [
      'FX-0158R',
      'fx-0158r',
      'fx0158r',
      ' FX 0158R ',
      'fx–oiSbr',
      'FX-0L58R',
      'ＦＸ－０１５８Ｒ',
      '0158r',
    ])
      assert.deepEqual([readCode(typed)?.code, readCode(typed)?.valid], [code, true], typed);
  });

  it('knows what can be nothing but a code', () => {
    for (const typed of ['FX-ABCDE', 'fx0158r', 'fx 0158r'])
      assert.equal(readCode(typed)?.certain, true, typed);
    for (const typed of ['0158r', 'fxtures', 'E2BIG']) assert.equal(readCode(typed)?.certain, false, typed);
  });

  it('takes other texts for what they are', () => {
    for (const typed of ['', 'FX-', 'FX-0EKM', 'FX-0158R2', 'EADDRINUSE', 'FX-0EK/2', 'GX-0EKM2'])
      assert.equal(readCode(typed), null, typed);
  });
});
