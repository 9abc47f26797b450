import { type Answer, type Asked, json, UNKNOWN_USER } from './answer.ts';
import type { PackageDocument } from './data.ts';
import type { Shelf } from './shelf.ts';

const ONE_TIME = 'You must provide a one-time pass. Upgrade your client to npm@latest in order to use 2FA.';

/** Take a new version of a package, or a change of its document such as a deprecation. */
export function publish(shelf: Shelf, name: string, asked: Asked): Answer {
  const sent = JSON.parse(asked.body.toString('utf8') || '{}') as PackageDocument;
  const refusal = refuse(shelf, name, sent, asked);
  if (refusal !== null) return refusal;
  const { _attachments: attachments = {}, ...document } = sent;
  const before = shelf.find(name);
  const tarballs = Object.entries(attachments).map(([file, { data }]) => [
    `/${name}/-/${file.split('/').at(-1)}`,
    Buffer.from(data, 'base64'),
  ]);
  const now = new Date().toISOString();
  const times = Object.fromEntries(Object.keys(document.versions ?? {}).map((version) => [version, now]));
  shelf.put(
    {
      ...before,
      ...document,
      _id: name,
      name,
      'dist-tags': { ...before?.['dist-tags'], ...document['dist-tags'] },
      versions: { ...before?.versions, ...document.versions },
      time: { created: now, ...times, ...before?.time, modified: now },
    },
    Object.fromEntries(tarballs),
  );
  return json(201, { ok: true, success: true });
}

/** Say why someone may not publish, as npm's registry does, or null. */
function refuse(shelf: Shelf, name: string, sent: PackageDocument, { headers }: Asked): Answer | null {
  const user = shelf.userOf(headers.authorization);
  if (user === null) return UNKNOWN_USER;
  const otp = shelf.data.users[user]?.otp;
  if (otp !== undefined && headers['npm-otp'] !== otp)
    return json(401, { error: ONE_TIME }, { 'www-authenticate': 'OTP' });
  const publishers = shelf.ruleFor(shelf.data.publishers, name);
  if (publishers !== undefined && !publishers.includes(user)) {
    return json(403, {
      error: `You do not have permission to publish "${name}". Are you logged in as the correct user?`,
    });
  }
  const before = shelf.find(name);
  const isNew = sent._attachments !== undefined && Object.keys(sent._attachments).length > 0;
  const taken = Object.keys(sent.versions ?? {}).filter((version) => before?.versions[version] !== undefined);
  if (isNew && taken.length > 0) {
    return json(403, {
      error: `You cannot publish over the previously published versions: ${taken.join(', ')}.`,
    });
  }
  const restricted = name.startsWith('@') && before === undefined && sent.access !== 'public';
  if (restricted && shelf.ruleFor(shelf.data.private, name) === undefined)
    return json(402, { error: 'You must sign up for private packages' });
  return null;
}
