import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { FIXTURE_TEXTS } from '../fixtures/texts.ts';
import { parseWithPlaces } from './document.ts';
import { readPlain } from './plain.ts';

/** Hold a text against the parser that knows all faults: what is read quickly must be read so there, without a fault. */
function holds(text: string): boolean {
  const plain = readPlain(text);
  if (plain === null) return false;
  const { value, problems } = parseWithPlaces('f.yaml', text, 0);
  assert.deepEqual({ value: plain.value, problems: [] }, { value, problems }, JSON.stringify(text));
  return true;
}

const SIGNS = [
  ...['a', 'b', 'x: ', 'a: b', ': ', ':', '- ', '? ', ' ', '  ', '\n', '\n ', '\n  ', '\n- ', '\n\n'],
  ...['[', ']', '{', '}', ',', ', ', '"', "'", '\\', '\\n', '#', ' #', '|', '>', '|-\n', ': |\n  ', '>+\n'],
  ...['&a ', '*a', '!', '!!str ', '<<: ', '%', '@', '`', '---', '...', '\t', '\r\n', '\u2028', '错'],
  ...['1', '-1', '0x1', '0o7', '01', '1_0', '1e3', '.5', '.inf', '~', 'null', 'True', 'no', '2026-11-30'],
];
const signs = fc.constantFrom(...SIGNS);

describe('readPlain', () => {
  it('reads the files of an entry', () => {
    for (const name of ['entry.yaml', 'lab.yaml'] as const) assert.ok(holds(FIXTURE_TEXTS[name]), name);
  });

  it('reads each value as the other parser does', () => {
    for (const value of [
      '1',
      '-1',
      '0x1',
      '0o7',
      '01',
      '1_0',
      '0b1',
      '1e3',
      '.5',
      '-.inf',
      '.nan',
      '~',
      '',
      'null',
    ])
      assert.ok(holds(`a: ${value}\n`), value);
    for (const value of [
      'yes',
      'True',
      '=',
      '<<',
      '2026-11-30',
      '12:30',
      "'a''b'",
      '"\\u4e2d\\n"',
      '|\n  b\n\n',
      '>-\n  b\n  c',
    ])
      assert.ok(holds(`a: ${value}\n`), value);
  });

  it('leaves to the other what that refuses or might read otherwise', () => {
    for (const text of [
      ...[
        '',
        '- a',
        'a',
        'a: &x b',
        'a: !!str b',
        'a: 1\na: 2',
        '1: a',
        'null: a',
        '[a]: b',
        '? a',
        '{ [a]: b }',
      ],
      ...[
        "a: 'b'#c",
        'a:\n  - \n- b',
        'a:\n- - \n- b',
        'a: >1\n  \n',
        'a: [b,\n c]',
        "a: 'b\n  c'",
        'a: b\n c',
      ],
      ...[
        '__proto__: a',
        'a:\tb',
        '--- \na: b',
        `a: ${'['.repeat(60)}${']'.repeat(60)}`,
        `${'k'.repeat(2000)}: a`,
      ],
    ])
      assert.equal(readPlain(text), null, text);
  });

  it('agrees with the other on whatever it reads', () => {
    const text = fc.tuple(fc.constantFrom('', 'a: ', 'k:\n  '), fc.array(signs, { maxLength: 12 }));
    fc.assert(
      fc.property(text, ([head, parts]) => void holds(head + parts.join(''))),
      { numRuns: 5000 },
    );
  });

  it('agrees with the other on files with slips', () => {
    const whole = `${FIXTURE_TEXTS['entry.yaml']}\n${FIXTURE_TEXTS['lab.yaml']}`.split('\n');
    const slip = fc.tuple(fc.nat(), fc.nat(3), fc.oneof(signs, fc.constant('')));
    fc.assert(
      fc.property(
        fc.nat(whole.length),
        fc.nat(12),
        fc.array(slip, { maxLength: 3 }),
        (from, length, slips) => {
          let text = whole.slice(from, from + length).join('\n');
          for (const [where, removed, sign] of slips) {
            const at = where % (text.length + 1);
            text = text.slice(0, at) + sign + text.slice(at + removed);
          }
          holds(text);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
