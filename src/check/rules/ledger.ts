import { candidateCodes } from '../../entry/ledger/derive.ts';
import type { LedgerLine } from '../../entry/ledger/ledger.ts';
import type { BaseContext, BaseRule, Complaint } from '../context.ts';
import { at } from '../places.ts';

/** How many codes an id may have had to pass over since they were taken. */
const PASSED_OVER = 32;

export const ledger: BaseRule = {
  name: 'ledger',
  description: 'Every id and code that was ever published leads to an entry, and to the same one.',
  check: (base) => {
    const owners = ownersOf(base);
    return [
      ...goneLines(base).map((line) => complain(base, line, ...TEXTS.gone(line.id))),
      ...codes(base, owners),
      ...unpublished(base),
    ];
  },
};

const TEXTS = {
  gone: (id: string) =>
    [
      `${id} was published, and now has neither page nor redirect`,
      'bring its folder back and give it `withdrawn`, or put this id under `aliases` of the entry that took its place',
    ] as const,
};

/** Each id to the entry that answers for it: itself, or the one that has it as an alias. */
function ownersOf({ entries, unread }: BaseContext): Map<string, string> {
  const owners = new Map<string, string>([...entries.keys(), ...unread].map((id) => [id, id]));
  for (const { id, aliases } of entries.values())
    for (const alias of aliases) if (!owners.has(alias.id)) owners.set(alias.id, id);
  return owners;
}

/** Ids that lead nowhere. One that an unreadable entry may have as an alias is told once that can be read. */
export function goneLines(base: BaseContext): LedgerLine[] {
  const { published, unread } = base;
  if (unread.size > 0) return [];
  const owners = ownersOf(base);
  return [...published.ledger.values()].filter(({ id }) => !owners.has(id));
}

/** Codes that are not those that were given, or that two entries have. */
function codes(base: BaseContext, owners: ReadonlyMap<string, string>): Complaint[] {
  const byCode = Map.groupBy(base.published.ledger.values(), ({ code }) => code);
  return [...byCode].flatMap(([code, lines]) => {
    const [first] = lines;
    if (first === undefined) return [];
    if (!lines.some(({ id }) => mayHave(id, code))) {
      const message = `${code} is not the code of ${first.id}: a code never changes`;
      return [complain(base, first, message, `write ${candidateCodes(first.id).next().value} again`)];
    }
    const owner = owners.get(first.id);
    const others = lines.filter(
      ({ id }) => owner !== undefined && owners.has(id) && owners.get(id) !== owner,
    );
    return others.map((line) =>
      complain(
        base,
        line,
        `${code} is the code of ${first.id} too`,
        'take out the line of the entry that was not published yet, and run `npm run ledger`',
      ),
    );
  });
}

function mayHave(id: string, code: string): boolean {
  return candidateCodes(id)
    .take(PASSED_OVER)
    .some((candidate) => candidate === code);
}

/** Ids that a build would publish without a code. An entry with problems is not published yet. */
function unpublished({ entries, published }: BaseContext): Complaint[] {
  return [...entries.values()]
    .filter(({ sound }) => sound)
    .flatMap(({ id, where, aliases }) =>
      [{ id, where }, ...aliases]
        .filter((one) => !published.ledger.has(one.id))
        .map((one) => at(one.where, `${one.id} is not in the ledger yet`, 'run `npm run ledger`')),
    );
}

function complain(
  { published }: BaseContext,
  { place }: LedgerLine,
  message: string,
  tip: string,
): Complaint {
  return { file: published.file, ...place, message, tip };
}
