import type { Snapshot } from '../../src/domain/snapshot.ts';

const known = new WeakMap<Snapshot, Snapshot>();

/** The snapshot without anything DevTools added. The same object for the same snapshot, so that work on it is shared. */
export function withoutNetworkLog(snapshot: Snapshot): Snapshot {
  const stripped = known.get(snapshot) ?? {
    ...snapshot,
    resources: snapshot.resources.map(({ networkLog: _log, ...resource }) => resource),
  };
  known.set(snapshot, stripped);
  return stripped;
}
