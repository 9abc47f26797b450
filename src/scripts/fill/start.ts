// Reads the message that the address carries, narrows the causes, and fills the reader's values into the commands.
import { isValueOf } from '../../entry/fill/values.ts';
import { causesOf } from '../../export/match/narrow.ts';
import styles from '../../styles/fill.css?url';
import { loadStyle } from '../load-style.ts';
import { createMessageEngine } from '../message-engine.ts';
import { makeLine } from '../message-hit.ts';
import { type Filling, readFilling, writeFilling } from './fragment.ts';
import { standBack } from './narrow.ts';
import { KEPT_HERE, openPanel } from './panel.ts';
import { findSlots } from './slots.ts';

/** Open the panel for the message in the address, if it is one of the entry of this page. */
export async function startFilling(article: HTMLElement): Promise<void> {
  const filling = readFilling(location.hash);
  const form = document.querySelector<HTMLFormElement>('form.find');
  const id = article.dataset['id'];
  if (filling === null || form === null || id === undefined) return;
  const engine = createMessageEngine(form.dataset['base'] ?? '/', form.dataset['prefix'] ?? '');
  const [report, verdict] = await Promise.all([
    engine.match(filling.text),
    engine.verdict(id),
    loadStyle(styles),
  ]);
  const match = report.matches.find(({ entry }) => entry === id);
  if (match === undefined || document.querySelector('.fill') !== null) return;
  const causes = causesOf(verdict, match);
  standBack(verdict, causes);
  const slots = findSlots(article, KEPT_HERE);
  const used = new Set(slots.map(({ name }) => name));
  const captured = Object.entries(match.captures).filter(([name, value]) => {
    const kind = verdict.placeholders[name]?.kind;
    return kind !== undefined && isValueOf(kind, value);
  });
  const values = { ...Object.fromEntries(captured), ...filling.values };
  const shown = [...used].sort((a, b) => Number(b in values) - Number(a in values));
  openPanel({
    line: makeLine({ url: '', match, verdict }),
    verdict,
    causes,
    values: Object.fromEntries(shown.map((name) => [name, values[name] ?? ''])),
    onChange: (now) => {
      const results = slots.map((slot) => ({
        set: now?.[slot.name] !== undefined,
        ok: slot.put(now?.[slot.name] ?? null),
      }));
      if (now !== null) keepInAddress(filling, now, Object.fromEntries(captured));
      return {
        filled: results.filter(({ set, ok }) => set && ok).length,
        kept: results.filter(({ ok }) => !ok).length,
      };
    },
    onClose: () => {
      standBack(verdict, null);
      history.replaceState(history.state, '', location.pathname + location.search);
    },
  });
}

/** Carry what was changed by hand in the fragment, so that a shared link fills in the same. */
function keepInAddress(
  filling: Filling,
  now: Readonly<Record<string, string>>,
  captured: Record<string, string>,
): void {
  const changed = Object.entries(now).filter(([name, value]) => captured[name] !== value);
  history.replaceState(
    history.state,
    '',
    writeFilling({ text: filling.text, values: Object.fromEntries(changed) }),
  );
}
