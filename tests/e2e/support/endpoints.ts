import { ENDPOINTS, type Endpoint, parametersOf } from '../../../src/export/openapi/endpoints.ts';
import { PARAMETERS } from '../../../src/export/openapi/parameters.ts';

/** Which endpoints a path below the base belongs to, and what its parameters are there. */
export function endpointsOf(path: string): { endpoint: Endpoint; values: Record<string, string> }[] {
  return ENDPOINTS.flatMap((endpoint) => {
    const match = patternOf(endpoint).exec(path);
    if (match === null) return [];
    const values = parametersOf(endpoint).map((name, place) => [name, match[place + 1] ?? ''] as const);
    const fit = values.every(([name, value]) => new RegExp(PARAMETERS[name].pattern).test(value));
    return fit ? [{ endpoint, values: Object.fromEntries(values) }] : [];
  });
}

function patternOf({ path }: Endpoint): RegExp {
  const parts = path.split(/\{\w+\}/).map((part) => part.replaceAll('.', '\\.'));
  return new RegExp(`^${parts.join('([a-z0-9-]+)')}$`);
}
