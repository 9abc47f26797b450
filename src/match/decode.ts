/**
 * Read the bytes of a log as text: UTF-8; UTF-16 where it says so, as PowerShell writes what is redirected to a file;
 * and what is neither, but whole as GB 18030, as that, which Chinese Windows prints. Anything else is read as UTF-8 as
 * far as it goes.
 *
 * @param bytes may begin in the middle of a character where only the end of a log is read
 * @param start the first bytes of the whole log, which say what it is written in
 */
export function decodeLog(bytes: Uint8Array, start: Uint8Array = bytes): string {
  if (start[0] === 0xff && start[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (start[0] === 0xfe && start[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  const whole = withoutRest(bytes);
  return (
    decodeExactly(whole, 'utf-8') ?? decodeExactly(bytes, 'gb18030') ?? new TextDecoder('utf-8').decode(whole)
  );
}

/** Drop what is left of a character of UTF-8 that was cut: at most three bytes. */
function withoutRest(bytes: Uint8Array): Uint8Array {
  let at = 0;
  while (at < 3 && (bytes[at] ?? 0) >> 6 === 0b10) at++;
  return bytes.subarray(at);
}

/** Decode bytes; null where they are no text in that encoding. */
function decodeExactly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
