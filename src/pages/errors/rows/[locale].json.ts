import type { APIRoute, GetStaticPaths } from 'astro';
import { listData } from '../../../components/lists/rows.ts';
import { LOCALES, type Locale } from '../../../i18n/locales.ts';
import { getKnowledge } from '../../../layouts/knowledge.ts';

export const getStaticPaths = (() =>
  LOCALES.map((locale) => ({ params: { locale }, props: { locale } }))) satisfies GetStaticPaths;

/** The rows of all lists: what their filters and orders work on in the browser. */
export const GET: APIRoute<{ locale: Locale }> = async ({ props }) =>
  new Response(`${JSON.stringify(listData(await getKnowledge(), props.locale))}\n`, {
    headers: { 'Content-Type': 'application/json' },
  });
