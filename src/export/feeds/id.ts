import { createHash } from 'node:crypto';

/** Namespace of our ids, drawn once at random; it never changes, or every reader would see all entries anew. */
const NAMESPACE = '7d1f3c52-9a4e-4b0c-8f57-2c6f6f0d9be1';

/**
 * The id of a feed or of an item of one, which stays when the site moves: a name-based UUID (version 5) of its name.
 * Source: https://www.rfc-editor.org/rfc/rfc9562#section-5.5
 */
export function feedId(name: string): string {
  return `urn:uuid:${uuidFromName(NAMESPACE, name)}`;
}

/** Make the UUID, version 5, of a name within a namespace. */
export function uuidFromName(namespace: string, name: string): string {
  const hash = createHash('sha1')
    .update(Buffer.from(namespace.replaceAll('-', ''), 'hex'))
    .update(name);
  const bytes = hash.digest().subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
