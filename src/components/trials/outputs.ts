import type { Strings } from '../../i18n/strings.ts';
import { escapeHtml } from '../html.ts';

/**
 * Outputs of one part of a page: each distinct one stands in full where it comes up first, and is led
 * back to from then on.
 */
export class Outputs {
  private readonly places = new Map<string, string>();
  private readonly prefix: string;
  private readonly t: Strings['trials'];

  /** @param prefix beginning of the ids that outputs get, unique on the page */
  constructor(prefix: string, t: Strings['trials']) {
    this.prefix = prefix;
    this.t = t;
  }

  /** Draw an output as HTML: its text, a link to where it stands already, or that there was none. */
  html(excerpt: string): string {
    if (excerpt === '') return `<p class="dim">${this.t.silent}</p>`;
    const place = this.places.get(excerpt);
    if (place !== undefined) return `<p class="dim"><a href="#${place}">${this.t.sameOutput}</a></p>`;
    const id = `${this.prefix}${this.places.size + 1}`;
    this.places.set(excerpt, id);
    return `<pre id="${id}" translate="no"><samp>${escapeHtml(excerpt)}</samp></pre>`;
  }
}
