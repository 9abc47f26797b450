import type { Locale } from '../../i18n/locales.ts';
import type { Routes } from '../../i18n/routes.ts';

/** What an example of the guide "linking" is written in. */
export interface LinkExample {
  language: 'yaml' | 'js' | 'md' | 'text';
  text: string;
}

/** The entry that the examples link. */
export const EXAMPLE_ENTRY = 'api/http-502-bad-gateway-upstream-connection-reset';

/** Longest text that a link carries, as everywhere on the site. */
const IN_LINK = 4000;

/**
 * The examples of the guide, with the addresses of this site; tests run each of them.
 *
 * @param routes of the site that is being built
 */
export function linkExamples(routes: Routes, locale: Locale): Record<string, LinkExample> {
  const entry = routes.url({ page: 'entry', id: EXAMPLE_ENTRY }, locale);
  const search = routes.url({ page: 'search' }, locale);
  const badge = routes.origin + routes.exports(EXAMPLE_ENTRY, locale).badge;
  return {
    anchors: {
      language: 'text',
      text: [
        entry,
        `${entry}#cause-killed-for-memory`,
        `${entry}#remedy-isolate-the-crash`,
        `${entry}#cell-killed-for-memory.isolate-the-crash`,
      ].join('\n'),
    },
    prometheus: {
      language: 'yaml',
      text: `groups:
  - name: shop
    rules:
      - alert: ShopBadGateway
        expr: sum by (instance) (rate(nginx_http_requests_total{status="502"}[5m])) > 0
        for: 5m
        annotations:
          summary: 502 from {{ $labels.instance }}
          runbook_url: ${entry}`,
    },
    grafana: {
      language: 'yaml',
      text: `annotations:
  summary: '{{ $labels.message }}'
  runbook_url: '${search}#q={{ urlquery $labels.message }}'`,
    },
    pagerduty: {
      language: 'js',
      text: `const knownError = (log) => '${search}#q=' + encodeURIComponent(log.slice(-${IN_LINK}));

const page = (log) =>
  fetch('https://events.pagerduty.com/v2/enqueue', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      routing_key: process.env.PAGERDUTY_ROUTING_KEY,
      event_action: 'trigger',
      payload: { summary: log.trim().split('\\n').at(-1).slice(0, 1024), source: 'shop', severity: 'error' },
      links: [{ href: knownError(log), text: 'Known error?' }],
    }),
  });`,
    },
    sentry: {
      language: 'js',
      text: `Sentry.init({
  dsn: process.env.SENTRY_DSN,
  beforeSend(event) {
    const thrown = event.exception?.values?.at(-1);
    const message = thrown ? \`\${thrown.type}: \${thrown.value}\` : event.message;
    if (message) {
      const link = '${search}#q=' + encodeURIComponent(message.slice(-${IN_LINK}));
      event.contexts = { ...event.contexts, knownError: { link } };
    }
    return event;
  },
});`,
    },
    github: {
      language: 'yaml',
      text: `name: Incident
description: Something is broken
body:
  - type: markdown
    attributes:
      value: Paste the message into [Fixrate](${search}) first; "Copy for ticket" there writes the part below.
  - type: textarea
    id: error
    attributes:
      label: Known error
      placeholder: What "Copy for ticket" copied, as Markdown
  - type: textarea
    id: log
    attributes:
      label: Log
      render: text`,
    },
    jira: {
      language: 'text',
      text: `h3. Known error
Paste the message into [Fixrate|${search}]; replace this line by what "Copy for ticket" copied, as Jira wiki markup.

h3. Log
{noformat}

{noformat}`,
    },
    badge: {
      language: 'md',
      text: `[![Fixrate: 502 Bad Gateway](${badge})](${entry})`,
    },
  };
}
