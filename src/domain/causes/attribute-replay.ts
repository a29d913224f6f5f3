import type { WhatIfSaving } from '../cause.ts';
import type { EstimateSavings } from '../replay/estimate-savings.ts';
import type { MilestoneName } from '../replay/load.ts';
import type { Model, ModelNode } from '../replay/model.ts';
import type { Program } from '../replay/program.ts';
import { replayMilestones } from '../replay/read-milestones.ts';
import { createSwitchSet, select, selectAll, type SwitchSet } from '../replay/select.ts';
import { divideValue } from '../replay/shapley.ts';
import { MAX_PLAYERS, MAX_REPLAYS, MIN_REPLAYS, NEGLIGIBLE_SHARE, REPLAYED_NODES } from '../replay/tuning.ts';
import { BASELINE, CURRENT } from '../replay/world.ts';
import type { Attribution, Part } from './attribution.ts';
import type { Player } from './detection.ts';
import type { Players } from './detect-players.ts';
import { switchMagnitude } from './switch-magnitude.ts';
import { tryRemedies } from './try-remedies.ts';

/** A player with what switching it alone does to each milestone: on top of the baseline, and off the current load. */
interface Screened {
  readonly player: Player;
  readonly set: SwitchSet;
  readonly joining: Float64Array;
  readonly leaving: Float64Array;
  /** Largest share of a milestone's change that it moves. */
  readonly effect: number;
}

/** A milestone that hardly changed must not make every switch look large. */
const SMALLEST_CHANGE = 60;

/** Causes that move a milestone by less are left out of its list. */
const SMALLEST_PART = 0.5;

/**
 * Divides the change of every milestone among the causes found in the model, by the Shapley value of their switches
 * over replays: what a cause adds, on average over all orders in which the causes could have come. Parts and what is
 * left add up to the measured change exactly, because both ends of the replay are anchored on the measurement.
 */
export function attributeReplay(
  model: Model,
  { program, named, rest }: Players,
  estimator: () => EstimateSavings,
): ReadonlyMap<MilestoneName, Attribution> {
  const budget = Math.max(
    MIN_REPLAYS,
    Math.min(MAX_REPLAYS, Math.floor(REPLAYED_NODES / model.nodes.length)),
  );
  const screened = screen(model, { program, named, budget });
  const top = screened.filter(({ effect }) => effect > NEGLIGIBLE_SHARE).slice(0, MAX_PLAYERS);
  const chosen = new Set(top.map(({ player }) => player));
  const small = named.filter((player) => !chosen.has(player)).flatMap(({ switches }) => switches);
  // Each set doubles the replays: one without a switch in it would do so for nothing.
  const others = [small, rest].filter((switches) => switches.length > 0);
  const sets = [
    ...top.map(({ set }) => set),
    ...others.map((switches) => createSwitchSet(program, switches)),
  ];
  const parts = divide(program, sets, Math.max(MIN_REPLAYS, budget - 2 * screened.length));
  return new Map(
    program.milestones.map(({ source }, m) => {
      const delta = source.observed[CURRENT] - source.observed[BASELINE];
      const named = top.map((one, i): Part => {
        const remedies = (): WhatIfSaving[] =>
          tryRemedies({ model, program, estimate: estimator() }, one.player, m);
        return { ...createPart(one, { m, value: parts[i]?.[m] ?? 0 }), remedies };
      });
      return [source.name, { delta, parts: named.filter(({ value }) => Math.abs(value) > SMALLEST_PART) }];
    }),
  );
}

function screen(
  model: Model,
  { program, named, budget }: { program: Program; named: readonly Player[]; budget: number },
): Screened[] {
  const most = Math.max(8, Math.floor((budget * 0.35) / 2));
  const candidates = named
    .map((player) => ({ player, magnitude: switchMagnitude(model, program, player.switches) }))
    .sort((a, b) => b.magnitude - a.magnitude)
    .slice(0, most)
    .map(({ player }) => ({ player, set: createSwitchSet(program, player.switches) }));
  const joining = replayEach(program, candidates, BASELINE);
  const leaving = replayEach(program, candidates, CURRENT);
  const screened = candidates.map((candidate, i): Screened => {
    const moves = { joining: joining[i] ?? new Float64Array(), leaving: leaving[i] ?? new Float64Array() };
    return { ...candidate, ...moves, effect: effectOf(program, moves) };
  });
  return screened.sort((a, b) => b.effect - a.effect);
}

/** Differences of the milestones when each candidate alone is switched away from one of the loads. */
function replayEach(
  program: Program,
  candidates: readonly { readonly set: SwitchSet }[],
  from: 0 | 1,
): Float64Array[] {
  const to = from === BASELINE ? CURRENT : BASELINE;
  selectAll(program, from);
  const start = replayMilestones(program);
  return candidates.map(({ set }) => {
    select(program, set, to);
    const moved = replayMilestones(program);
    select(program, set, from);
    const sign = from === BASELINE ? 1 : -1;
    return moved.map((value, m) => sign * (value - (start[m] ?? 0)));
  });
}

function effectOf(
  { milestones }: Program,
  { joining, leaving }: { joining: Float64Array; leaving: Float64Array },
): number {
  const shares = milestones.map(({ source: { observed } }, m) => {
    const change = Math.max(SMALLEST_CHANGE, Math.abs(observed[CURRENT] - observed[BASELINE]));
    return Math.max(Math.abs(joining[m] ?? 0), Math.abs(leaving[m] ?? 0)) / change;
  });
  return Math.max(0, ...shares);
}

function divide(program: Program, sets: readonly SwitchSet[], budget: number): Float64Array[] {
  selectAll(program, BASELINE);
  return divideValue(
    {
      players: sets.length,
      outputs: program.milestones.length,
      toggle: (player, on) => {
        const set = sets[player];
        if (set) select(program, set, on ? CURRENT : BASELINE);
      },
      value: () => replayMilestones(program),
    },
    budget,
  );
}

function createPart(
  { player, joining, leaving }: Screened,
  { m, value }: { m: number; value: number },
): Part {
  const { kind, key, facts, nodes } = player;
  const masking = maskingOf(joining[m] ?? 0, leaving[m] ?? 0);
  const certainty =
    nodes.reduce((least, node) => Math.min(least, certaintyOf(node)), 1) * (1 - 0.4 * masking);
  const members = nodes.flatMap(({ latest }) => latest.resource ?? []);
  return { kind, key, facts, members, value, certainty };
}

/** How much of the effect depends on what else changed: 0 when alone and among others it is the same. */
function maskingOf(joining: number, leaving: number): number {
  return Math.abs(joining - leaving) / (Math.abs(joining) + Math.abs(leaving) + 10);
}

/** An initiator that is guessed, or a match that is, halves the certainty at worst. */
function certaintyOf({ provenance, confidence }: ModelNode): number {
  return Math.min(0.5 + 0.5 * provenance, 0.4 + 0.6 * confidence);
}
