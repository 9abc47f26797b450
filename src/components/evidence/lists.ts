import type { Card } from '../../entry/collection/card.ts';
import type { Evidence } from '../../entry/evidence/collect.ts';
import { SURPRISES } from '../../entry/evidence/summarise.ts';
import type { Locale } from '../../i18n/locales.ts';
import type { Routes } from '../../i18n/routes.ts';
import type { Strings } from '../../i18n/strings.ts';
import { escapeHtml, signatureHtml, titleHtml } from '../html.ts';
import { markHtml } from '../marks.ts';
import { anchors } from '../trials/anchors.ts';

/** Items of one list of the page on evidence, as HTML. */
export interface List {
  items: string[];
  total: number;
  /** Items that are not shown. */
  left: number;
}

/** Items that a list shows; the rest stands in the JSON. */
export const SHOWN = 20;

/** Draws the lists of the page on evidence: what they name leads to the entry and to its trials. */
export class Lists {
  private readonly cards: Map<string, Card>;
  private readonly evidence: Evidence;
  private readonly locale: Locale;
  private readonly t: Strings;
  private readonly routes: Routes;

  constructor(cards: readonly Card[], evidence: Evidence, locale: Locale, t: Strings, routes: Routes) {
    this.cards = new Map(cards.map((card) => [card.id, card]));
    this.evidence = evidence;
    this.locale = locale;
    this.t = t;
    this.routes = routes;
  }

  /** Causes that no environment shows. */
  notReproduced(): List {
    return capped(this.evidence.notReproduced, ({ entry, cause }) =>
      this.item(entry, this.causeLink(entry, cause)),
    );
  }

  /** Remedies of which there is only a guess. */
  estimates(): List {
    return capped(this.evidence.estimates, ({ entry, remedy }) =>
      this.item(entry, this.remedyLink(entry, remedy)),
    );
  }

  /** Cells whose trials differed among themselves. */
  unsteady(): List {
    return capped(this.evidence.unsteady, ({ entry, cause, remedy, environments }) => {
      const where = escapeHtml(environments.join(this.t.site.comma));
      return this.item(entry, `${this.cellLink(entry, cause, remedy)}${this.t.site.colon}${where}`);
    });
  }

  /** Cells that came out otherwise in some versions; those of one remedy that differ alike stand together. */
  disagreements(): List {
    const alike = Map.groupBy(this.evidence.disagreements, ({ entry, remedy, outcomes }) =>
      JSON.stringify([entry, remedy, outcomes]),
    );
    const list = capped([...alike.values()], (cells) => this.disagreement(cells));
    return { ...list, total: this.evidence.disagreements.length, left: list.left };
  }

  /** Remedies that one would not have expected to come out so, the kinds one after the other. */
  surprises(): List {
    const sorted = this.evidence.surprises.toSorted(
      (a, b) => SURPRISES.indexOf(a.kind) - SURPRISES.indexOf(b.kind) || b.causes.length - a.causes.length,
    );
    return capped(sorted, ({ entry, kind, remedy, causes }) => {
      const [first] = causes;
      const total = this.cards.get(entry)?.evidence.causes.reproduced ?? 0;
      const said = this.t.evidence.surprise[kind](causes.length, total);
      const link =
        causes.length === 1 && first !== undefined
          ? this.trialsLink(entry, anchors.cell(first, remedy), said)
          : this.trialsLink(entry, anchors.remedy(remedy), said);
      return this.item(entry, `${this.remedyLink(entry, remedy)}${this.t.site.colon}${link}`);
    });
  }

  private disagreement(cells: Evidence['disagreements']): string {
    const [first] = cells;
    if (first === undefined) return '';
    const { entry, cause, remedy, outcomes } = first;
    const under = this.t.evidence.underCauses(cells.length);
    const link =
      cells.length === 1
        ? this.cellLink(entry, cause, remedy)
        : this.trialsLink(entry, anchors.remedy(remedy), `${this.title(entry, 'remedies', remedy)}${under}`);
    const said = [...Map.groupBy(Object.entries(outcomes), ([, outcome]) => outcome)].map(
      ([outcome, all]) => {
        const where = escapeHtml(all.map(([environment]) => environment).join(this.t.site.comma));
        return `${markHtml(outcome)}${this.t.outcome[outcome]}${this.t.site.colon}${where}`;
      },
    );
    return this.item(entry, `${link}<br>${said.join(this.t.site.semicolon)}`);
  }

  private item(entry: string, html: string): string {
    const headline = this.cards.get(entry)?.headline ?? entry;
    const href = this.routes.path({ page: 'entry', id: entry }, this.locale);
    return `${html}<small translate="no"><a href="${href}"><code>${signatureHtml(headline.split('\n')[0] ?? '', {})}</code></a></small>`;
  }

  private causeLink(entry: string, cause: string): string {
    return this.trialsLink(entry, anchors.cause(cause), this.title(entry, 'causes', cause));
  }

  private remedyLink(entry: string, remedy: string): string {
    const href = `${this.routes.path({ page: 'entry', id: entry }, this.locale)}#remedy-${remedy}`;
    return `<a href="${href}">${this.title(entry, 'remedies', remedy)}</a>`;
  }

  private cellLink(entry: string, cause: string, remedy: string): string {
    const text = `${this.title(entry, 'remedies', remedy)}${this.t.site.clause}${this.t.remedies.under} ${this.title(entry, 'causes', cause)}`;
    return this.trialsLink(entry, anchors.cell(cause, remedy), text);
  }

  private trialsLink(entry: string, anchor: string, html: string): string {
    const measured = this.cards.get(entry)?.measured ?? null;
    if (measured === null) return html;
    return `<a href="${this.routes.path({ page: 'trials', id: entry }, this.locale)}#${anchor}">${html}</a>`;
  }

  private title(entry: string, part: 'causes' | 'remedies', id: string): string {
    return titleHtml(this.cards.get(entry)?.evidence.titles[part][id]?.[this.locale] ?? id);
  }
}

function capped<T>(all: readonly T[], draw: (one: T) => string): List {
  return { items: all.slice(0, SHOWN).map(draw), total: all.length, left: Math.max(0, all.length - SHOWN) };
}
