/** The standard normal quantile that leaves 2.5 % at each end. */
export const WILSON_Z = 1.959963984540054;

/**
 * Compute the lower end of the 95 % score interval for a share, without continuity correction.
 *
 * Source: E. B. Wilson, "Probable Inference, the Law of Succession, and Statistical Inference",
 * Journal of the American Statistical Association 22 (1927), 209-212; in the form of method 3 of
 * R. G. Newcombe, Statistics in Medicine 17 (1998), 857-872.
 *
 * @param successes how many of `n` agreed, 0 to n
 * @param n number of trials, at least 1
 * @returns 0 to 1
 */
export function wilsonLowerBound(successes: number, n: number): number {
  const share = successes / n;
  const centre = share + WILSON_Z ** 2 / (2 * n);
  const margin = WILSON_Z * Math.sqrt((share * (1 - share)) / n + WILSON_Z ** 2 / (4 * n ** 2));
  return Math.max(0, (centre - margin) / (1 + WILSON_Z ** 2 / n));
}
