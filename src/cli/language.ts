import { LOCALES, type Locale } from '../i18n/locales.ts';
import { CliTrouble } from './trouble.ts';
import { TROUBLE } from './trouble-strings.ts';

/**
 * Choose the language: the one asked for, else that of the terminal by LC_ALL, LC_MESSAGES and LANG.
 *
 * @throws CliTrouble if what was asked for is not there
 */
export function chooseLocale(
  asked: string | undefined,
  env: Readonly<Record<string, string | undefined>>,
): Locale {
  if (asked !== undefined) {
    const found = LOCALES.find((locale) => locale === asked.toLowerCase().split(/[-_.]/)[0]);
    if (found === undefined) throw new CliTrouble(TROUBLE.badLanguage(asked));
    return found;
  }
  return terminalLocale(env);
}

/** The language of the terminal, by LC_ALL, LC_MESSAGES and LANG. */
export function terminalLocale(env: Readonly<Record<string, string | undefined>>): Locale {
  const terminal = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return terminal.startsWith('zh') ? 'zh' : 'en';
}
