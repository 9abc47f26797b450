import assert from 'node:assert/strict';
import { test } from 'node:test';
import { seccompFilter } from './seccomp.ts';

const ALLOW = 0x7fff0000;
const X64 = 0xc000003e;
const I386 = 0x40000003;

/** Run the program of a filter on one system call, as the kernel does. */
function decide(filter: Buffer, arch: number, number: number): number {
  let loaded = 0;
  for (let at = 0; ; at++) {
    const code = filter.readUInt16LE(at * 8);
    const value = filter.readUInt32LE(at * 8 + 4);
    const jump = (holds: boolean): number => filter.readUInt8(at * 8 + (holds ? 2 : 3));
    if (code === 0x06) return value;
    if (code === 0x20) loaded = value === 4 ? arch : number;
    else if (code === 0x15) at += jump(loaded === value);
    else if (code === 0x35) at += jump(loaded >= value);
    else throw new Error(`unknown instruction ${code}`);
  }
}

test('the filter refuses keys, kernel log, profiler, bytecode and rings, and lets all else through', () => {
  const filter = seccompFilter('x64');
  assert.ok(filter);
  const refused = Array.from({ length: 500 }, (_, number) => number).filter(
    (number) => decide(filter, X64, number) !== ALLOW,
  );
  assert.deepEqual(refused, [103, 248, 249, 250, 298, 321, 323, 425, 426, 427]);
  for (const number of refused) assert.equal(decide(filter, X64, number), 0x00050001);
});

test('nobody gets round the filter by the calls of another word size', () => {
  const filter = seccompFilter('x64');
  assert.ok(filter);
  assert.equal(decide(filter, I386, 4), 0x00050026);
  assert.equal(decide(filter, X64, 0x40000000 + 250), 0x00050026);
});

test('a machine whose numbers are not known has no filter', () => {
  assert.equal(seccompFilter('riscv64'), null);
  assert.ok(seccompFilter('arm64'));
});
