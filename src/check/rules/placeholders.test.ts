import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { assertBreaks, problemsAfter } from '../fixture.ts';

describe('placeholders', () => {
  it('finds a placeholder of a signature that is not declared', () => {
    assertBreaks('placeholders', /\{code\} is not declared/, {
      texts: { 'entry.yaml': [['Error: listen', 'Error {code}: listen']] },
    });
  });

  it('finds a misspelt one in a step, a tell and an undo', () => {
    const message = /\{prot\} is not declared, but \{port\} is/;
    assertBreaks('placeholders', message, {
      texts: { 'entry.yaml': [['fuser -k {port}/tcp', 'fuser -k {prot}/tcp']] },
    });
    assertBreaks('placeholders', message, {
      texts: { 'entry.yaml': [['tell: { run: \'ss -ltnp "sport = :{port}"\'', "tell: { run: 'ss {prot}'"]] },
    });
    assertBreaks('placeholders', message, {
      texts: { 'entry.yaml': [['undo: none', "undo: 'fuser {prot}'"]] },
    });
  });

  it('lets braces of the shell, awk and git stand', () => {
    const step = "fuser -k {port}/tcp; awk '{print}' ${HOME} @{upstream} {a,b}";
    assert.deepEqual(
      problemsAfter({ texts: { 'entry.yaml': [["'fuser -k {port}/tcp'", JSON.stringify(step)]] } }),
      [],
    );
  });

  it('finds one that is declared but used nowhere', () => {
    assertBreaks('placeholders', /the placeholder freePort is used nowhere/, {
      texts: { 'entry.yaml': [['{freePort}', '3001']] },
    });
  });

  it('finds a misspelt value of lab.yaml', () => {
    assertBreaks('placeholders', /declares no placeholder frePort/, {
      texts: { 'lab.yaml': [['freePort: 3001', 'frePort: 3001']] },
    });
  });

  it('finds a value of lab.yaml that holds a placeholder, which would stay as it is', () => {
    assertBreaks('placeholders', /\{port\} is not filled in within a value/, {
      texts: { 'lab.yaml': [['freePort: 3001', "freePort: '{port}1'"]] },
    });
  });
});
