/** A game whose players are switched on and off, all off at first; it is worth several numbers at once. */
export interface Game {
  readonly players: number;
  readonly outputs: number;
  readonly toggle: (player: number, on: boolean) => void;
  /** The worth of those that are on. */
  readonly value: () => Float64Array;
  /** What is known of it beforehand, by coalition. */
  readonly known?: ReadonlyMap<Coalition, Float64Array>;
}

/** Who is on, one bit a player: there may be 30 of them. */
export type Coalition = number;

/** More coalitions than this fit no budget anyway. */
const MOST_EXACT_PLAYERS = 16;

/**
 * Divides value(all) − value(none) among the players by their Shapley value: the mean of what a player adds over all
 * orders of joining. The parts of each output add up to the whole exactly. Exact when 2^players values fit the budget;
 * otherwise the mean over pairs of a seeded random order and its reverse, the same on every run. No coalition is valued
 * twice, and none whose worth is known. Ends with all off.
 *
 * Shapley, "A value for n-person games" (1953); reversed orders after Mitchell et al., "Sampling permutations for
 * Shapley value estimation" (2022).
 */
export function divideValue(game: Game, budget: number): Float64Array[] {
  if (game.players === 0) return [];
  const fits = game.players <= MOST_EXACT_PLAYERS && 2 ** game.players <= budget;
  const valuer = createValuer(game);
  const parts = fits ? divideExactly(game, valuer.valueOf) : divideBySampling(game, valuer.valueOf, budget);
  valuer.switchOff();
  return parts;
}

type ValueOf = (coalition: Coalition) => Float64Array;

function createValuer(game: Game): { readonly valueOf: ValueOf; readonly switchOff: () => void } {
  const values = new Map(game.known);
  let on: Coalition = 0;
  const switchTo = (coalition: Coalition): void => {
    for (let player = 0; player < game.players; player++) {
      const bit = 1 << player;
      if (((on ^ coalition) & bit) !== 0) game.toggle(player, (coalition & bit) !== 0);
    }
    on = coalition;
  };
  return {
    valueOf(coalition) {
      const known = values.get(coalition);
      if (known) return known;
      switchTo(coalition);
      const value = game.value().slice();
      values.set(coalition, value);
      return value;
    },
    switchOff: () => switchTo(0),
  };
}

function divideExactly(game: Game, valueOf: ValueOf): Float64Array[] {
  const values = valueCoalitions(game.players, valueOf);
  const weights = coalitionWeights(game.players);
  return Array.from({ length: game.players }, (_, player) => {
    const part = new Float64Array(game.outputs);
    for (const [coalition, without] of values.entries()) {
      const bit = 1 << player;
      const joined = values[coalition | bit];
      if ((coalition & bit) !== 0 || !joined) continue;
      addDifference(part, joined, without, weights[countBits(coalition)] ?? 0);
    }
    return part;
  });
}

/** Values of all coalitions by bit mask, visited in Gray code: one player is switched at a time. */
function valueCoalitions(players: number, valueOf: ValueOf): Float64Array[] {
  const values: Float64Array[] = Array.from({ length: 2 ** players });
  for (let i = 0; i < values.length; i++) {
    const coalition = i ^ (i >> 1);
    values[coalition] = valueOf(coalition);
  }
  return values;
}

/** Share of the orders in which exactly a given coalition of that size came before a given player. */
function coalitionWeights(players: number): number[] {
  const weights = [1 / players];
  for (let size = 1; size < players; size++)
    weights.push(((weights[size - 1] ?? 0) * size) / (players - size));
  return weights;
}

function divideBySampling(game: Game, valueOf: ValueOf, budget: number): Float64Array[] {
  const parts = Array.from({ length: game.players }, () => new Float64Array(game.outputs));
  const orders = Math.max(1, Math.floor(budget / game.players / 2));
  const random = createRandom(12_345);
  for (let i = 0; i < orders; i++) {
    const order = shuffle(game.players, random);
    for (const direction of [order, order.toReversed()]) {
      let coalition: Coalition = 0;
      for (const player of direction) {
        const before = valueOf(coalition);
        coalition |= 1 << player;
        const part = parts[player];
        if (part) addDifference(part, valueOf(coalition), before, 1 / (2 * orders));
      }
    }
  }
  return parts;
}

function addDifference(part: Float64Array, after: Float64Array, before: Float64Array, weight: number): void {
  for (let i = 0; i < part.length; i++) {
    part[i] = (part[i] ?? 0) + weight * ((after[i] ?? 0) - (before[i] ?? 0));
  }
}

function shuffle(length: number, random: () => number): number[] {
  const order = Array.from({ length }, (_, i) => i);
  for (let i = length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    const kept = order[i] ?? 0;
    order[i] = order[j] ?? 0;
    order[j] = kept;
  }
  return order;
}

/** A linear congruential generator with the constants of Numerical Recipes: enough to shuffle a dozen players. */
function createRandom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function countBits(mask: number): number {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits++;
  return bits;
}
