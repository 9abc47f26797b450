import { LOCALES } from '../../i18n/locales.ts';
import { changedOn } from '../model.ts';
import { codeUrl, jsonUrl, markdownUrl, pageUrl } from '../urls.ts';
import { type Context, wording } from './context.ts';
import { blocks, code, fence, heading, inline, link, list, rich } from './gfm.ts';
import { withdrawal } from './withdrawal.ts';

/** Names of the languages, each in its own. */
const LANGUAGE_NAMES = { en: 'English', zh: '中文' } as const;

/** Write title, headline, summary, the four figures and what kind of error it is. */
export function head(context: Context): string {
  const { entry, prose, locale, site } = context;
  const { withdrawn } = entry.facts;
  return blocks([
    heading(1, withdrawn === null ? prose.title : context.words.withdrawnTitle(prose.title)),
    withdrawn === null ? null : `> ${withdrawal(withdrawn, locale, site)}`,
    fence(wording(entry.facts.signatures[0]?.text ?? ''), 'text'),
    rich(prose.summary),
    list([...figures(context), kind(context), links(context)]),
    entry.facts.aiGenerated ? inline(context.words.aiGenerated) : null,
  ]);
}

function figures({ entry, words, percent }: Context): string[] {
  const { fixRate, confidence, evidence } = entry.rates;
  const { firstSeen } = entry.facts;
  const { lab, reports, none } = fixRate.basis;
  const measured = fixRate.value === null ? words.notMeasured : `**${percent(fixRate.value)}**`;
  const agreed = confidence.value === null ? words.notMeasured : `**${percent(confidence.value)}**`;
  const source = firstSeen?.source ? words.aside(link(words.source, firstSeen.source)) : '';
  return [
    `${words.fixRate}${words.colon}${measured}${words.comma}${words.proven(fixRate.proven, fixRate.causes)}${words.aside(words.basis(lab, reports, none))}`,
    `${words.confidence}${words.colon}${agreed}${confidence.value === null ? '' : `${words.comma}${words.agree(confidence.agreeing, confidence.comparable)}`}`,
    `${words.evidence}${words.colon}**${evidence.total}** ${words.observations(evidence.lab, evidence.reports)}`,
    ...(firstSeen === null ? [] : [`${words.firstSeen}${words.colon}${firstSeen.date}${source}`]),
  ];
}

function kind({ entry, locale, site, words }: Context): string {
  const { facts } = entry;
  const changed = changedOn(entry);
  const parts = [
    ...(entry.code === null ? [] : [`${words.code} ${link(entry.code, codeUrl(site, entry.code, locale))}`]),
    `${words.id} ${code(entry.id)}`,
    `${words.revision} ${code(entry.revision)}${changed === null ? '' : `${words.comma}${changed}`}`,
    `${words.kind.domain} ${code(entry.domain)}`,
    `${words.kind.category} ${code(facts.category)}`,
    `${words.kind.tool} ${code(facts.tool)}`,
    `${words.kind.scope} ${inline(words.scope[facts.scope])}`,
    ...(facts.httpStatus === null ? [] : [`HTTP ${facts.httpStatus}`]),
    ...(facts.tags.length === 0 ? [] : [`${words.kind.tags} ${facts.tags.map(code).join(' ')}`]),
  ];
  return parts.join(' · ');
}

function links({ entry, locale, site, words }: Context): string {
  const others = LOCALES.filter((other) => other !== locale).map((other) =>
    link(LANGUAGE_NAMES[other], markdownUrl(site, entry.id, other)),
  );
  return [
    link(words.page, pageUrl(site, entry.id, locale)),
    link('JSON', jsonUrl(site, entry.id)),
    ...others,
  ].join(' · ');
}
