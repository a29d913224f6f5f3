import { momentOf, type Point } from './load.ts';
import type { UnionNode } from './union.ts';
import type { World } from './world.ts';

/** Something that must have happened before something else. */
export interface Dependency {
  readonly from: UnionNode;
  readonly point: Point;
}

/** When the last of them happened in one load; −Infinity when none is in it. */
export function latestMoment(dependencies: readonly Dependency[], world: World): number {
  let latest = -Infinity;
  for (const { from, point } of dependencies) {
    const loaded = from.loads[world];
    if (loaded) latest = Math.max(latest, momentOf(loaded, point));
  }
  return latest;
}
