import assert from 'node:assert/strict';
import { test } from 'node:test';
import { runInNewContext } from 'node:vm';
import { parse } from 'yaml';
import { bindRoutes } from '../../i18n/routes.ts';
import { linkExamples } from './linking.ts';

const examples = linkExamples(bindRoutes({ origin: 'https://kb.example', base: '/kb/' }), 'zh');
const SEARCH = 'https://kb.example/kb/zh/search/';
const LOG = 'started\nError: listen EADDRINUSE: address already in use :::3000 & more';

function textOf(name: string): string {
  return examples[name]?.text ?? '';
}

test('the Prometheus rule is a rule file whose annotation is the address of the entry', () => {
  const { groups } = parse(textOf('prometheus'));
  const [rule] = groups[0].rules;
  assert.deepEqual(Object.keys(rule), ['alert', 'expr', 'for', 'annotations']);
  assert.match(rule.annotations.runbook_url, /^https:\/\/kb\.example\/kb\/zh\/api\/http-502[a-z0-9-]+\/$/);
});

test("the Grafana annotations keep Go's template whole", () => {
  const { annotations } = parse(textOf('grafana'));
  assert.equal(annotations.runbook_url, `${SEARCH}#q={{ urlquery $labels.message }}`);
});

test('the PagerDuty event is one, and links the search with the log', async () => {
  const sent: { url: string; body: string }[] = [];
  const fetch = async (url: string, { body }: { body: string }): Promise<void> => {
    sent.push({ url, body });
  };
  await runInNewContext(`${textOf('pagerduty')}\npage(${JSON.stringify(LOG)})`, {
    fetch,
    process: { env: { PAGERDUTY_ROUTING_KEY: 'R0' } },
    encodeURIComponent,
  });
  assert.equal(sent[0]?.url, 'https://events.pagerduty.com/v2/enqueue');
  const event = JSON.parse(sent[0]?.body ?? '');
  assert.deepEqual(Object.keys(event), ['routing_key', 'event_action', 'payload', 'links']);
  assert.equal(event.routing_key, 'R0');
  assert.equal(event.payload.summary, LOG.split('\n')[1]);
  assert.equal(decodeURIComponent(event.links[0].href), `${SEARCH}#q=${LOG}`);
});

test('the Sentry hook adds the link to events that have a message, and drops none', () => {
  let options: { beforeSend(event: unknown): { contexts?: { knownError?: { link: string } } } } | undefined;
  const Sentry = {
    init: (given: typeof options): void => {
      options = given;
    },
  };
  runInNewContext(textOf('sentry'), { Sentry, process: { env: {} }, encodeURIComponent });
  const thrown = { exception: { values: [{ type: 'Error', value: 'listen EADDRINUSE' }] } };
  const link = options?.beforeSend(thrown).contexts?.knownError?.link;
  assert.equal(link, `${SEARCH}#q=Error%3A%20listen%20EADDRINUSE`);
  assert.deepEqual(options?.beforeSend({ level: 'info' }), { level: 'info' });
});

test('the GitHub template is an issue form', () => {
  const { name, description, body } = parse(textOf('github'));
  assert.ok(name && description);
  for (const { type, attributes } of body) {
    assert.ok(['markdown', 'textarea'].includes(type));
    assert.ok(attributes.label ?? attributes.value);
  }
});
