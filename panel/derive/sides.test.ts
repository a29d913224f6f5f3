import { expect, it } from 'vitest';
import { judge, repeat, visitIdOf, withLcp } from './judged.fixture.ts';
import { DEFAULT_SIDES, findSide, LATEST_SIDE, listSideOptions } from './sides.ts';

const history = judge([...repeat(5, withLcp(1000)), withLcp(1800), withLcp(1810)]);

it('offers the baseline with its loads, then every load, newest first', () => {
  const { left, right } = listSideOptions(history.visits, DEFAULT_SIDES, 0);
  expect(left[0]?.text.replaceAll('\u00a0', ' ')).toBe('Baseline (5 loads)');
  expect(right[0]?.text.replaceAll('\u00a0', ' ')).toBe('Latest (2 loads)');
  expect(left.slice(1).map(({ value }) => value)).toEqual([6, 5, 4, 3, 2, 1, 0].map(visitIdOf));
});

it('compares one load with one load', () => {
  const { right } = listSideOptions(history.visits, { left: visitIdOf(0), right: LATEST_SIDE }, 0);
  expect(right[0]?.text).toBe('Latest load');
});

it('finds the latest, a load, and nothing', () => {
  expect(findSide(history.visits, LATEST_SIDE)).toBe(history.latest);
  expect(findSide(history.visits, visitIdOf(2))).toBe(history.visits[2]);
  expect(findSide(history.visits, 'gone')).toBeUndefined();
});
