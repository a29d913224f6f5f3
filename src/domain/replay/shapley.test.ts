import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideValue, type Game } from './shapley.ts';

function createGame(players: number, worth: (on: readonly boolean[]) => number[]): Game & { values: number } {
  const on = Array.from({ length: players }, () => false);
  const game = {
    players,
    outputs: worth(on).length,
    values: 0,
    toggle: (player: number, value: boolean) => {
      on[player] = value;
    },
    value: () => {
      game.values++;
      return Float64Array.from(worth(on));
    },
  };
  return game;
}

const rounded = (parts: Float64Array[]) =>
  parts.map((part) => [...part].map((v) => Math.round(v * 1e6) / 1e6));

describe('known games', () => {
  test.each([
    ['additive', 3, ([a, b, c]: readonly boolean[]) => [a ? 5 : 0, b ? 7 : 0, c ? -2 : 0], [5, 7, -2]],
    ['the later of two', 2, ([a, b]: readonly boolean[]) => [Math.max(a ? 100 : 0, b ? 60 : 0)], [70, 30]],
    ['a glove needs its pair', 3, ([l, r, s]: readonly boolean[]) => [l && (r || s) ? 6 : 0], [4, 1, 1]],
  ])('%s', (_name, players, worth, expected) => {
    const sum = (on: readonly boolean[]) => [worth(on).reduce((total, part) => total + part, 0)];
    expect(rounded(divideValue(createGame(players, sum), 1000))).toEqual(expected.map((part) => [part]));
  });
});

test('several outputs are divided at once', () => {
  const game = createGame(2, ([a, b]) => [a ? 1 : 0, a && b ? 10 : 0]);
  expect(rounded(divideValue(game, 100))).toEqual([
    [1, 5],
    [0, 5],
  ]);
});

test('the parts add up to the whole, exactly divided or sampled, within the budget', () => {
  const table = fc.array(fc.double({ min: -1e4, max: 1e4, noNaN: true }), { minLength: 128, maxLength: 128 });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 7 }), table, fc.boolean(), (players, worth, exact) => {
      const index = (on: readonly boolean[]) => on.reduce((mask, value, i) => mask | (value ? 1 << i : 0), 0);
      const game = createGame(players, (on) => [worth[index(on)] ?? 0]);
      const budget = exact ? 128 : 40;
      const parts = divideValue(game, budget);
      const whole = (worth[2 ** players - 1] ?? 0) - (worth[0] ?? 0);
      expect(parts.reduce((sum, [part]) => sum + (part ?? 0), 0)).toBeCloseTo(whole, 6);
      expect(game.values).toBeLessThanOrEqual(budget + 1);
    }),
  );
});

test('sampling comes near the exact division, and is the same every time', () => {
  const weights = [90, 70, 50, 40, 20, 10, 5, 1, 30, 60];
  const latest = () =>
    createGame(weights.length, (on) => [Math.max(0, ...weights.map((weight, i) => (on[i] ? weight : 0)))]);
  const exact = divideValue(latest(), 2 ** 10);
  const sampled = divideValue(latest(), 600);
  for (const [i, [part = 0]] of exact.entries()) {
    expect(Math.abs((sampled[i]?.[0] ?? 0) - part)).toBeLessThan(10);
  }
  expect(divideValue(latest(), 600)).toEqual(sampled);
});
