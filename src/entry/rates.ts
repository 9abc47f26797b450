export { computeRates } from './rates/compute.ts';
export type * from './rates/types.ts';
