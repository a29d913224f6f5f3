const DIGITS = 12;

/** 1e-5 to 1e12: a size below the first of them that is larger has that many digits before the point. */
const POWERS = Array.from({ length: 18 }, (_, index) => Number(`1e${index - 5}`));
const SMALLEST = 1e-6;
const SCALES = Array.from({ length: 18 }, (_, places) => Number(`1e${places}`));

/**
 * A result of exp, log and their like as every engine gives it: the last of its sixteen digits differ between versions of
 * a browser, and between a browser and Node, where the same report must give the same bytes. Twelve are plenty.
 * A verdict asks for this some sixty times, so numbers of usual size are rounded without being written out.
 */
export function sameEverywhere(value: number): number {
  const size = Math.abs(value);
  const index = size < SMALLEST ? -1 : POWERS.findIndex((power) => size < power);
  const scale = SCALES[17 - index];
  return index < 0 || scale === undefined
    ? Number(value.toPrecision(DIGITS))
    : Math.round(value * scale) / scale;
}
