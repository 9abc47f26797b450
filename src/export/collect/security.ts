import { API_CHANGES } from '../changelog.ts';
import { securityText } from '../discovery/security.ts';
import { SECURITY_TXT } from '../urls.ts';
import type { MakeCollector } from './collector.ts';

/** Write security.txt, if there is a repository to report to. */
export const collectSecurity: MakeCollector = ({ site, repository }, sink) => {
  let newest = API_CHANGES[0].date;
  return {
    add: ({ index }) => {
      const date = index.measured ?? newest;
      if (date > newest) newest = date;
    },
    finish: () => {
      if (repository !== null) sink.write(SECURITY_TXT, securityText(site, repository, newest));
    },
  };
};
