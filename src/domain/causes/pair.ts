import { isDocument } from '../build-snapshot.ts';
import type { Match, Matching } from '../match/match.ts';
import { matchResources } from '../match/match-resources.ts';
import { createEstimator, type EstimateSavings } from '../replay/estimate-savings.ts';
import type { Load, MilestoneName } from '../replay/load.ts';
import type { KnownGates } from '../replay/milestones.ts';
import { buildModel, type Model } from '../replay/model.ts';
import { type Both, inBoth } from '../replay/world.ts';
import type { Resource } from '../snapshot.ts';
import type { Attribution } from './attribution.ts';
import { attributeReplay } from './attribute-replay.ts';
import { detectPlayers, type Players } from './detect-players.ts';
import type { Player } from './detection.ts';

/** Two loads under comparison. What follows from them is worked out on first use and kept. */
export interface Pair {
  readonly loads: Both<Load>;
  readonly matching: () => Matching;
  /** The match of each resource of either load that has a partner. */
  readonly matchOf: () => ReadonlyMap<Resource, Match>;
  readonly model: () => Model;
  readonly players: () => Players;
  /** The added or removed group that a resource of one load belongs to, where it is replayed. */
  readonly ownerOf: () => ReadonlyMap<Resource, Player>;
  readonly milestones: () => ReadonlyMap<MilestoneName, Attribution>;
  /** What-ifs on the current load alone. */
  readonly estimator: () => EstimateSavings;
  /** The same two loads, with gates that other loads of the page show. */
  readonly withGates: (gates: KnownGates) => Pair;
}

/** What all loads of either side show, and one pair of them may not. */
export interface PageFacts {
  /** Scripts by URL that execute longer or shorter on one side than on the other. */
  readonly changedScripts?: ReadonlySet<string>;
  readonly gates?: KnownGates;
}

export function createPair(baseline: Load, current: Load, facts: PageFacts = {}): Pair {
  const loads: Both<Load> = [baseline, current];
  const matching = once(() => {
    const [before, after] = inBoth((world) =>
      loads[world].snapshot.resources.filter((resource) => !isDocument(resource)),
    );
    return matchResources(before, after, { baseline: baseline.snapshot.url, current: current.snapshot.url });
  });
  const matchOf = once(() => indexMatches(matching()));
  const model = once(() => buildModel(loads, matching(), facts.gates && { gates: facts.gates }));
  const players = once(() => detectPlayers(model(), facts.changedScripts));
  const ownerOf = once(() => indexOwners(players().named));
  const estimator = once(() => createEstimator(current));
  const milestones = once(() => attributeReplay(model(), players(), estimator));
  return {
    loads,
    matching,
    matchOf,
    model,
    players,
    ownerOf,
    milestones,
    estimator,
    withGates: (known) => createPair(baseline, current, { ...facts, gates: known }),
  };
}

function indexMatches({ matches }: Matching): Map<Resource, Match> {
  return new Map(
    matches.flatMap((match): [Resource, Match][] => [
      [match.baseline, match],
      [match.current, match],
    ]),
  );
}

function indexOwners(players: readonly Player[]): Map<Resource, Player> {
  const oneSided = players.filter(({ kind }) => kind === 'added-resource' || kind === 'removed-resource');
  return new Map(
    oneSided.flatMap((player) =>
      player.nodes.flatMap(({ latest }): [Resource, Player][] =>
        latest.resource ? [[latest.resource, player]] : [],
      ),
    ),
  );
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}
