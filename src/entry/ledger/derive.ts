import { createHash } from 'node:crypto';
import { CODES, writeCode } from './code.ts';

/**
 * Codes that an id may get, the first that is free is taken: numbers drawn from the SHA-256 of the id. Codes
 * without a digit are left out, so that none spells a word.
 */
export function* candidateCodes(id: string): Generator<string> {
  for (let attempt = 0; ; attempt++) {
    const digest = createHash('sha256').update(`${id}\n${attempt}`).digest();
    const code = writeCode(digest.readUIntBE(0, 6) % CODES);
    if (/\d/.test(code.slice(0, -1))) yield code;
  }
}
