import type { WhatIfSaving } from '../cause.ts';
import type { EstimateSavings } from '../replay/estimate-savings.ts';
import type { MilestoneName } from '../replay/load.ts';
import type { Model, ModelNode } from '../replay/model.ts';
import type { Program } from '../replay/program.ts';
import { replayMilestones } from '../replay/read-milestones.ts';
import { createSwitchSet, select, selectAll, type SwitchSet } from '../replay/select.ts';
import { type Coalition, divideValue } from '../replay/shapley.ts';
import { MAX_PLAYERS, MAX_REPLAYS, MIN_REPLAYS, NEGLIGIBLE_SHARE, REPLAYED_NODES } from '../replay/tuning.ts';
import { BASELINE, CURRENT, otherWorld, type World } from '../replay/world.ts';
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
  /** The milestones with it alone on the current load, and with it alone on the baseline. */
  readonly alone: Float64Array;
  readonly without: Float64Array;
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
  const { screened, none, all } = screen(model, { program, named, budget });
  const top = screened.filter(({ effect }) => effect > NEGLIGIBLE_SHARE).slice(0, MAX_PLAYERS);
  const chosen = new Set(top.map(({ player }) => player));
  // What is too small to be told stays unexplained, as the rest does: together, since each set doubles the replays.
  const small = named.filter((player) => !chosen.has(player)).flatMap(({ switches }) => switches);
  const sets = [...top.map(({ set }) => set), createSwitchSet(program, [...small, ...rest])];
  const known = listKnown(top, { players: sets.length, none, all });
  const parts = divide(program, { sets, known }, Math.max(MIN_REPLAYS, budget - 2 * screened.length));
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

interface Screening {
  readonly screened: readonly Screened[];
  /** The milestones of the baseline and of the current load. */
  readonly none: Float64Array;
  readonly all: Float64Array;
}

function screen(
  model: Model,
  { program, named, budget }: { program: Program; named: readonly Player[]; budget: number },
): Screening {
  const most = Math.max(8, Math.floor((budget * 0.35) / 2));
  const candidates = named
    .map((player) => ({ player, magnitude: switchMagnitude(model, program, player.switches) }))
    .sort((a, b) => b.magnitude - a.magnitude)
    .slice(0, most)
    .map(({ player }) => ({ player, set: createSwitchSet(program, player.switches) }));
  const sets = candidates.map(({ set }) => set);
  const joined = replayEach(program, sets, BASELINE);
  const left = replayEach(program, sets, CURRENT);
  const screened = candidates.map((candidate, i): Screened => {
    const alone = joined.moved[i] ?? joined.start;
    const without = left.moved[i] ?? left.start;
    const joining = subtract(alone, joined.start);
    const leaving = subtract(left.start, without);
    const { player, set } = candidate;
    return { player, set, joining, leaving, alone, without, effect: effectOf(program, { joining, leaving }) };
  });
  screened.sort((a, b) => b.effect - a.effect);
  return { screened, none: joined.start, all: left.start };
}

/** The milestones of one of the loads, and with each of the sets alone switched to the other. */
function replayEach(
  program: Program,
  sets: readonly SwitchSet[],
  from: World,
): { readonly start: Float64Array; readonly moved: readonly Float64Array[] } {
  selectAll(program, from);
  // Anchored: the replay of either load is what was measured.
  const start = new Float64Array(program.milestones.map(({ source }) => source.observed[from]));
  const moved = sets.map((set) => {
    select(program, set, otherWorld(from));
    const milestones = replayMilestones(program);
    select(program, set, from);
    return milestones;
  });
  return { start, moved };
}

function subtract(a: Float64Array, b: Float64Array): Float64Array {
  return a.map((value, m) => value - (b[m] ?? 0));
}

/** What screening has shown of the coalitions to come: nobody, everybody, each of the top alone, all but each. */
function listKnown(
  top: readonly Screened[],
  { players, none, all }: { players: number; none: Float64Array; all: Float64Array },
): Map<Coalition, Float64Array> {
  const everybody = 2 ** players - 1;
  const known = new Map([
    [0, none],
    [everybody, all],
  ]);
  for (const [i, { alone, without }] of top.entries()) {
    known.set(1 << i, alone);
    known.set(everybody & ~(1 << i), without);
  }
  return known;
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

function divide(
  program: Program,
  { sets, known }: { sets: readonly SwitchSet[]; known: ReadonlyMap<Coalition, Float64Array> },
  budget: number,
): Float64Array[] {
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
      known,
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
