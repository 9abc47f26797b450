import type { BaseRule, EntryRule } from './context.ts';
import { aliases } from './rules/aliases.ts';
import { chinesePunctuation } from './rules/chinese-punctuation.ts';
import { codeSpans } from './rules/code-spans.ts';
import { completeResults } from './rules/complete-results.ts';
import { dates } from './rules/dates.ts';
import { dropped } from './rules/dropped.ts';
import { estimates } from './rules/estimates.ts';
import { filledIn } from './rules/filled-in.ts';
import { labFiles } from './rules/lab-files.ts';
import { language } from './rules/language.ts';
import { ledger } from './rules/ledger.ts';
import { links } from './rules/links.ts';
import { placeholders } from './rules/placeholders.ts';
import { references } from './rules/references.ts';
import { related } from './rules/related.ts';
import { revisions } from './rules/revisions.ts';
import { services } from './rules/services.ts';
import { shorts } from './rules/shorts.ts';
import { sides } from './rules/sides.ts';
import { signatures } from './rules/signatures.ts';
import { soundResults } from './rules/sound-results.ts';
import { staleResults } from './rules/stale-results.ts';
import { taxonomyRule } from './rules/taxonomy.ts';
import { tells } from './rules/tells.ts';
import { terms } from './rules/terms.ts';
import { translation } from './rules/translation.ts';
import { typedRates } from './rules/typed-rates.ts';
import { vanishing } from './rules/vanishing.ts';
import { versions } from './rules/versions.ts';

/** What must hold for every entry by itself. Schemas, MDX and the structure of entries are checked by the loader. */
export const ENTRY_RULES: readonly EntryRule[] = [
  taxonomyRule,
  signatures,
  placeholders,
  references,
  services,
  dates,
  estimates,
  codeSpans,
  shorts,
  language,
  chinesePunctuation,
  terms,
  translation,
  typedRates,
  filledIn,
  labFiles,
  staleResults,
  completeResults,
  soundResults,
  dropped,
  tells,
  sides,
  versions,
];

/** What must hold between entries. */
export const BASE_RULES: readonly BaseRule[] = [links, related, aliases, ledger, revisions, vanishing];
