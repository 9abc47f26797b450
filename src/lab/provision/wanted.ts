import type { CauseScenario, Lab } from '../../entry/schema/lab.ts';

type Keys = Pick<CauseScenario, 'clock' | 'locale' | 'firewall'>;

/** List the Debian packages that an entry asks for, and those without which keys of its scenarios cannot work. */
export function wantedPackages(lab: Lab): string[] {
  const implied = [lab, ...Object.values(lab.causes)].flatMap(packagesOf);
  return [...new Set([...lab.packages, ...implied])];
}

function packagesOf({ clock, locale, firewall }: Keys): string[] {
  const rules = (firewall ?? []).map((rule) => (rule.startsWith('nft') ? 'nftables' : 'iptables'));
  const generated = locale?.includes('_') ?? false;
  return [...(clock ? ['libfaketime'] : []), ...(generated ? ['locales'] : []), ...rules];
}
