/** The two loads that are compared: 0 is the baseline, 1 the current load. */
export type World = 0 | 1;

export const BASELINE: World = 0;
export const CURRENT: World = 1;
export const WORLDS = [BASELINE, CURRENT] as const;

/** One value for each of the two loads. */
export type Both<T> = readonly [baseline: T, current: T];

export function otherWorld(world: World): World {
  return world === BASELINE ? CURRENT : BASELINE;
}

export function inBoth<T>(valueOf: (world: World) => T): Both<T> {
  return [valueOf(BASELINE), valueOf(CURRENT)];
}
