import { describe, it } from 'node:test';
import { assertBreaks } from '../fixture.ts';

describe('shorts', () => {
  it('finds heads that are too long for a column', () => {
    assertBreaks('shorts', /short="new port now" is too long/, {
      texts: { 'en.mdx': [['"new port"', '"new port now"']] },
    });
    assertBreaks('shorts', /short="anotherone" is too long/, {
      texts: { 'en.mdx': [['"new port"', '"anotherone"']] },
    });
    assertBreaks('shorts', /has 9 characters/, {
      texts: { 'zh.mdx': [['"换 端口"', '"换一个没人占的端口"']] },
    });
  });

  it('finds two columns under one head', () => {
    assertBreaks('shorts', /short="root" stands above already/, {
      texts: { 'en.mdx': [['"new port"', '"root"']] },
    });
  });
});
