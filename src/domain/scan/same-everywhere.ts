/**
 * A result of exp, log and their like as every engine gives it: the last of its sixteen digits differ between versions of
 * a browser, and between a browser and Node, where the same report must give the same bytes. Twelve are plenty.
 */
export function sameEverywhere(value: number): number {
  return Number(value.toPrecision(12));
}
