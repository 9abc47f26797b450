import { endianness } from 'node:os';

/**
 * System calls that no tool of the lab needs and that reach past the namespaces or are what most
 * exploits of the kernel begin with: the keys of the host's session, the kernel's log, its profiler, its
 * bytecode, page faults handled by a program, and the rings that a filter cannot look into. Docker
 * refuses the same to its containers. Numbers: asm/unistd_64.h and asm-generic/unistd.h of Linux.
 */
const REFUSED: Readonly<Record<string, readonly [x64: number, arm64: number]>> = {
  syslog: [103, 116],
  add_key: [248, 217],
  request_key: [249, 218],
  keyctl: [250, 219],
  perf_event_open: [298, 241],
  bpf: [321, 280],
  userfaultfd: [323, 282],
  io_uring_setup: [425, 425],
  io_uring_enter: [426, 426],
  io_uring_register: [427, 427],
};

/** AUDIT_ARCH_* of linux/audit.h. */
const ARCHITECTURES: Readonly<Record<string, number>> = { x64: 0xc000003e, arm64: 0xc00000b7 };

/** Calls of the x32 mode have this bit; see __X32_SYSCALL_BIT in asm/unistd.h. */
const X32_BIT = 0x40000000;

const LOAD_WORD = 0x20;
const JUMP_IF_EQUAL = 0x15;
const JUMP_IF_AT_LEAST = 0x35;
const RETURN = 0x06;
const ALLOW = 0x7fff0000;
const FAIL = 0x00050000;
const EPERM = 1;
const ENOSYS = 38;
/** Offsets in struct seccomp_data of linux/seccomp.h. */
const NUMBER = 0;
const ARCHITECTURE = 4;

type Instruction = readonly [code: number, ifTrue: number, ifFalse: number, value: number];

/**
 * Write the filter of system calls that bubblewrap loads: classic BPF, as seccomp(2) has it.
 *
 * @param arch as `process.arch` names it.
 * @returns null for a machine whose numbers are not known here; its sandboxes have no filter.
 */
export function seccompFilter(arch: string = process.arch): Buffer | null {
  const architecture = ARCHITECTURES[arch];
  if (architecture === undefined || endianness() !== 'LE') return null;
  const numbers = Object.values(REFUSED).map(([x64, arm64]) => (arch === 'x64' ? x64 : arm64));
  const program: Instruction[] = [
    [LOAD_WORD, 0, 0, ARCHITECTURE],
    [JUMP_IF_EQUAL, 1, 0, architecture],
    // Programs of another word size call by other numbers.
    [RETURN, 0, 0, FAIL | ENOSYS],
    [LOAD_WORD, 0, 0, NUMBER],
    [JUMP_IF_AT_LEAST, 0, 1, X32_BIT],
    [RETURN, 0, 0, FAIL | ENOSYS],
    ...numbers.map((number, index): Instruction => [JUMP_IF_EQUAL, numbers.length - index, 0, number]),
    [RETURN, 0, 0, ALLOW],
    [RETURN, 0, 0, FAIL | EPERM],
  ];
  return Buffer.concat(program.map(encode));
}

/** Encode a struct sock_filter of linux/filter.h. */
function encode([code, ifTrue, ifFalse, value]: Instruction): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeUInt16LE(code, 0);
  bytes.writeUInt8(ifTrue, 2);
  bytes.writeUInt8(ifFalse, 3);
  bytes.writeUInt32LE(value >>> 0, 4);
  return bytes;
}
