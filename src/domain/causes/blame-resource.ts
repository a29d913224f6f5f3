import { bodySizeOf } from '../match/pair-cost.ts';
import { transferSizeOf } from '../measure.ts';
import type { Resource } from '../snapshot.ts';
import { CURRENT, type World } from '../replay/world.ts';
import { identityOf } from './identity.ts';
import type { Blame } from './ledger.ts';
import type { Pair } from './pair.ts';

/**
 * The cause a resource of one load only belongs to: itself, or the resource that brought it along. Resources that the
 * replay left out (too many, too late) stand for themselves.
 */
export function blameOneSided(pair: Pair, resource: Resource, world: World): Blame {
  const kind = world === CURRENT ? 'added-resource' : 'removed-resource';
  const player = pair.ownerOf().get(resource);
  if (player?.kind === kind) {
    const certainty = player.nodes.reduce((least, node) => Math.min(least, node.provenance), 1);
    return { kind, key: player.key, facts: player.facts, certainty };
  }
  const size = transferSizeOf(resource) ?? bodySizeOf(resource);
  const change = world === CURRENT ? { baseline: 0, current: size } : { baseline: size, current: 0 };
  const facts = { resource, count: 1, size: change };
  return { kind, key: `${kind} ${identityOf(resource)}`, facts, certainty: 1 };
}
