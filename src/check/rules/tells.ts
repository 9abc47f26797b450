import { type Complaint, type ResultsContext, resultsRule } from '../context.ts';
import { atKey } from '../places.ts';

export const tells = resultsRule({
  name: 'tells',
  description:
    'Under each cause the first tell that holds is its own, and the error is still there after all of them.',
  check: (entry) =>
    Object.keys(entry.facts.causes).flatMap((cause) =>
      (entry.rates.causes[cause]?.reproduced ?? []).flatMap((environment) =>
        checkTell(entry, cause, environment),
      ),
    ),
});

function checkTell(
  { facts, yaml, results }: ResultsContext,
  cause: string,
  environment: string,
): Complaint[] {
  const tell = results.causes[cause]?.[environment]?.tell ?? null;
  const path = ['causes', cause, 'tell'];
  const own = facts.causes[cause]?.tell ?? null;
  const under = `under ${cause} in ${environment}`;
  if (tell === null) return [];
  const complaints: Complaint[] = [];
  if (!tell.stillShown) {
    complaints.push(
      atKey(
        yaml,
        path,
        `the error is gone after the tells ${under}`,
        'tells only read: find which one changes something',
      ),
    );
  }
  if (tell.names === cause || (own === null && tell.names === null)) return complaints;
  const message =
    tell.names === null ? `${under} no tell holds` : `${under} the tell of ${tell.names} holds first`;
  const tip =
    tell.names === null
      ? 'let the tell match what this cause shows there'
      : 'make that tell narrower, or put this cause above it';
  return [...complaints, atKey(yaml, path, message, tip)];
}
