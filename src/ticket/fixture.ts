import { piecesOf, type Ticket } from './ticket.ts';

/** For tests alone: texts that mean something in one format or another, or try to break out of it. */
export const HOSTILE = [
  '<script>alert(1)</script> & "quoted" \'too\'',
  '*bold* _it_ ~~gone~~ __x__ **y** +z+ ^sup^ ~sub~ -struck-',
  '[label](https://evil.example) ![img](x) [a|https://evil.example] !x.png!',
  '{code}rm -rf /{code} {noformat} {color:red}x{color} {{mono}} ||head||',
  'h1. heading # heading > quote - item * item 1. item',
  '`tick` ``two`` ```three``` \\back\\ \\\\ \\*',
  '<!here> <@U123> <https://evil.example|safe> &lt;b&gt; &amp;',
  '--force -x a--b :) (!) (on) ?? ??cite?? a_b_c snake_case',
  '| a | b |',
  '> quoted',
  '# heading',
  '- item',
  '1. item',
  'bq. quoted',
];

/** A ticket in which a text stands wherever one may. */
export function ticketWith(text: string): Ticket {
  const url = 'https://kb.example/node/port-taken/#cell-held.end';
  return {
    label: [
      { kind: 'text', text: 'node/port-taken: ' },
      { kind: 'code', text },
    ],
    url,
    facts: [
      { label: 'Error', value: [{ kind: 'text', text }], url: null },
      { label: 'Cause', value: piecesOf(`Raise \`a_b\` ${text.replaceAll('`', '')}`), url },
      { label: 'Tried', value: [{ kind: 'code', text }], url: null },
    ],
    commandsLabel: 'Commands',
    commands: [
      { intro: text, text: `echo 1\n${text}\n  indented`, shell: true },
      { intro: null, text, shell: false },
    ],
    colon: ': ',
  };
}
