import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LabSchema } from '../../entry/schema/lab.ts';
import { wantedPackages } from './wanted.ts';

test('keys of scenarios bring the packages without which they cannot work, each once', () => {
  const lab = LabSchema.parse({
    environments: [{ id: 'e', debian: 'trixie' }],
    packages: ['git', 'iptables'],
    run: 'true',
    check: 'true',
    locale: 'C.UTF-8',
    causes: {
      late: { clock: '+1d', locale: 'zh_CN.UTF-8' },
      later: { clock: '+2d' },
      closed: { firewall: ['iptables -A INPUT -j DROP', 'nft add table t'] },
    },
  });
  assert.deepEqual(wantedPackages(lab), ['git', 'iptables', 'libfaketime', 'locales', 'nftables']);
});
