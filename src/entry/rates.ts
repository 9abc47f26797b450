/**
 * The figures of an entry: the one way in to `rates/`. All of them are counted from `entry.yaml` and
 * `lab.results.json`; nothing is typed but estimates, which stay apart.
 *
 * | figure | formula | counted in | source |
 * | --- | --- | --- | --- |
 * | value of a cell, s(c, r) | mean, over the environments that show cause c and have remedy r, of the share of trials that ended `fixed` | `cells.ts` | the method page, `#cell` |
 * | weight of a cause | 1/n; from ten reports on (1 + its reports) / Σ (1 + reports) | `weights.ts` | `#weight`; adding one is Laplace's rule of succession |
 * | success of a remedy | Σ weight · s / Σ weight over the reproduced causes; the fail rate is 1 minus it | `compute.ts` | `#remedy` |
 * | fix rate | Σ weight · best s of a workaround over all listed causes; where not reproduced, the share of its reports in which a workaround worked | `compute.ts` | `#fix-rate` |
 * | evidence | causes reproduced, once an environment, and reports | `compute.ts` | `#evidence` |
 * | checks | each observation that has others to be compared with, and whether it agrees with most of them | `checks.ts` | `#confidence` |
 * | confidence | lower end of the 95 % score interval for the share of checks that agree | `wilson.ts` | Wilson (1927) |
 * | order of workarounds | greedy cover: each next one adds most weighted causes, the safer first among equals | `order.ts` | Chvátal (1979), the greedy rule for set cover |
 *
 * All shares lie between 0 and 1; null means that nothing was observed, never 0.
 */
export type { Check } from './rates/checks.ts';
export { listChecks } from './rates/checks.ts';
export { computeRates } from './rates/compute.ts';
export type * from './rates/types.ts';
export { countWeights } from './rates/weights.ts';
export { WILSON_Z } from './rates/wilson.ts';
