/**
 * How many of the newest loads are looked at together. A single load proves nothing (a hiccup of 2-3x is 5-7 sigma),
 * two are two hiccups of one burst; beyond twenty a shift would have been found or is below what the gates admit.
 */
export const WINDOWS = [3, 4, 5, 6, 8, 10, 13, 16, 20] as const;

export const SHORTEST_WINDOW = 3;
export const LONGEST_WINDOW = 20;

/** Correlation of a load with the one before it: .1-.3 was measured on calm and busy machines alike. */
const AUTOCORRELATION = 0.3;

/** The part of what a load says, in a long sum, that the loads around it have not said already. */
export const OWN_EVIDENCE = (1 - AUTOCORRELATION) / (1 + AUTOCORRELATION);

/** Largest number of loads a mean is ever taken over; longer ones are not more certain than this. */
const LONGEST_MEAN = 40;

/** No load may pull a mean by more sigmas than this, so that a hiccup among many is one voice among many. */
const CLIPPED_AT = 1.75;

/**
 * A mean must be able to reach this many standard errors, or short windows and small baselines could never confirm
 * anything: their loads are clipped later. Of 3.3, 3.6 and 4 tried in the simulation only 4 lets four loads of the page
 * speed confirm a large shift at the rate of false alarms wanted; the thresholds of long windows hardly differ.
 */
const REACH = 4;

const VARIANCES = Array.from({ length: LONGEST_MEAN + 1 }, (_, loads) => inflate(loads));

/** Worked out once: a verdict asks for them some hundred times. */
const ERRORS = VARIANCES.map((before) => VARIANCES.map((after) => Math.sqrt(before + after)));

/** Variance of the mean of so many loads, in squared sigmas of one load, when neighbours resemble each other. */
export function varianceOfMean(loads: number): number {
  return VARIANCES[Math.min(loads, LONGEST_MEAN)] ?? Number.POSITIVE_INFINITY;
}

/** Standard error of the difference between the means of two sets of loads, in sigmas of one load. */
export function errorOfShift(baselineLoads: number, loads: number): number {
  const row = ERRORS[Math.min(baselineLoads, LONGEST_MEAN)];
  return row?.[Math.min(loads, LONGEST_MEAN)] ?? Number.POSITIVE_INFINITY;
}

/** How far one load may pull the mean of its window, in sigmas. */
export function clipLimit(baselineLoads: number, loads: number): number {
  return Math.max(CLIPPED_AT, REACH * errorOfShift(baselineLoads, loads));
}

function inflate(loads: number): number {
  let inflation = 1;
  for (let lag = 1; lag < loads; lag++) inflation += 2 * (1 - lag / loads) * AUTOCORRELATION ** lag;
  return inflation / loads;
}
