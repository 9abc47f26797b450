// On the page that says that there is nothing: an address with a short code, however it is written, leads to its entry.
import { readCode } from '../entry/ledger/code.ts';
import { LOCALES } from '../i18n/locales.ts';
import { SEARCH_STRINGS } from '../i18n/search-strings.ts';

const base = document.querySelector<HTMLFormElement>('form.find')?.dataset['base'] ?? '/';
const [, prefix = '', typed = ''] =
  /^(zh\/)?e\/([^/]+)\/?$/i.exec(location.pathname.slice(base.length)) ?? [];
const read = readCode(decode(typed));
if (read !== null) follow(read.code, read.valid);

/** Go to the address of a code as it should be; say so where that is where we are, or where it is no code. */
function follow(code: string, valid: boolean): void {
  const path = `${base}${prefix.toLowerCase()}e/${code}/`;
  if (valid && location.pathname !== path) location.replace(path + location.search + location.hash);
  else
    for (const [index, status] of document.querySelectorAll('.lost [role=status]').entries()) {
      const texts = SEARCH_STRINGS[LOCALES[index] ?? LOCALES[0]];
      status.textContent = valid ? texts.unknownCode(code) : texts.wrongCode(code);
    }
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
