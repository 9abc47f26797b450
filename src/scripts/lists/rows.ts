import { domainOf, type ListData, type ListRow } from '../../components/lists/row.ts';

let loading: Promise<ListData> | null = null;

/**
 * Load the rows of all lists, once; what failed is tried again when it is next asked for.
 *
 * @throws Error if they cannot be had
 */
export function loadRows(address: string): Promise<ListData> {
  loading ??= fetchRows(address);
  loading.catch(() => {
    loading = null;
  });
  return loading;
}

async function fetchRows(address: string): Promise<ListData> {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return (await response.json()) as ListData;
}

/**
 * Take the rows of one list.
 *
 * @param scope such as `category:network_error`; null for the list of all
 */
export function inScope(rows: readonly ListRow[], scope: string | null): ListRow[] {
  if (scope === null) return [...rows];
  const [kind, value = ''] = scope.split(':');
  return rows.filter((row) => {
    if (kind === 'tag') return row.tags.includes(value);
    if (kind === 'domain') return domainOf(row) === value;
    return (kind === 'tool' ? row.tool : row.category) === value;
  });
}
