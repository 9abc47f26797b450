import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LOCALES, type Locale } from '../../src/i18n/locales.ts';
import { expect, test } from './support/test.ts';

const GUIDE = join(import.meta.dirname, '../../content/guide');

/** What each example prints, in page order. */
const PRINTED: Record<string, RegExp[]> = {
  sh: [
    /^node\/err-address-already-in-use-eaddrinuse: \d+ of \d+ causes$/m,
    /^[a-z-]+ fixes [a-z-]+/m,
    /^# /,
    /^304$/m,
    /^fixrate\.tar\.gz: /m,
  ],
  ts: [/: \d+\/\d+$/m],
  python: [/^node\/err-address-already-in-use-eaddrinuse harmful: \[/m],
};

/** How each language is run; the program is in the file that is added. */
const RUN: Record<string, string[]> = {
  sh: ['bash', '-euo', 'pipefail'],
  ts: [process.execPath, '--disable-warning=ExperimentalWarning'],
  python: ['python3'],
};

function examples(locale: Locale, language: string): string[] {
  const page = readFileSync(join(GUIDE, locale, 'api.mdx'), 'utf8');
  return [...page.matchAll(new RegExp(`\`\`\`${language}\\n(.*?)\`\`\``, 'gs'))].map(
    ([, code]) => code ?? '',
  );
}

test('the guide gives the same examples in every language', () => {
  for (const language of Object.keys(RUN))
    for (const locale of LOCALES) expect(examples(locale, language)).toEqual(examples('en', language));
});

for (const [language, [program = '', ...args]] of Object.entries(RUN)) {
  test(`the ${language} examples of the guide do what it says @base`, async ({ request, baseURL }) => {
    const site = (baseURL ?? '').replace(/\/$/, '');
    const codes = examples('en', language);
    expect(codes).toHaveLength(PRINTED[language]?.length ?? 0);
    for (const [place, code] of codes.entries()) {
      const folder = mkdtempSync(join(tmpdir(), 'fixrate-guide-'));
      const file = join(folder, `example.${language === 'ts' ? 'mts' : language}`);
      writeFileSync(file, code);
      const ran = spawnSync(program, [...args, file], {
        encoding: 'utf8',
        cwd: folder,
        env: { ...process.env, SITE: site },
      });
      rmSync(folder, { recursive: true });
      // A machine without one of the programs that an example uses: what it asks for is there at least.
      if (ran.error !== undefined || ran.status === 127) {
        for (const [, path = ''] of code.matchAll(/(?:\$SITE|\{site\})\/([\w./-]+)/g))
          expect((await request.get(path)).status(), path).toBe(200);
        continue;
      }
      expect(ran.status, ran.stderr).toBe(0);
      expect(ran.stdout).toMatch(PRINTED[language]?.[place] ?? /^$/);
    }
  });
}
