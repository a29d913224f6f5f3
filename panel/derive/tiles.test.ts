import { expect, it } from 'vitest';
import { createCapturedResource } from '../../src/domain/capture.fixture.ts';
import { METRIC_NAMES } from '../../src/domain/metric.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';
import { deriveTiles, type Tile } from './tiles.ts';

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

function tilesOf(history: ReturnType<typeof judge>): Map<string, Tile> {
  return new Map(deriveTiles(history.latest, history.visits).map((tile) => [tile.metric, tile]));
}

it('has a tile for every metric, each once', () => {
  expect([...tilesOf(judge([{}])).keys()].sort()).toEqual([...METRIC_NAMES].sort());
});

it('shows value, delta, baseline and budget of a regressed metric', () => {
  const tile = tilesOf(judge([...repeat(5, withLcp(1000)), withLcp(1800)])).get('largestContentfulPaint');
  expect(tile?.status).toBe('regressed');
  expect([tile?.value, tile?.delta, tile?.relative, tile?.baseline].map(plain)).toEqual([
    '1,800 ms',
    '+800 ms',
    '+80 %',
    '1,000 ms',
  ]);
  expect(plain(tile?.budget?.limit)).toBe('2,500 ms');
  expect(tile?.budget?.status).toBe('within');
  expect(tile?.strip?.bars).toHaveLength(6);
});

it('says that a metric was not measured, with its budget not passed', () => {
  const tile = tilesOf(judge([{}])).get('interactionToNextPaint');
  expect(tile).toMatchObject({
    status: 'not-measured',
    value: 'not measured',
    note: 'after the first interaction',
  });
  expect(tile?.budget?.status).toBe('not-measured');
  expect(tile).not.toHaveProperty('delta');
});

it('says of a sum with hidden sizes that it is at least that, and of none that it was not measured', () => {
  const hidden = createCapturedResource({
    url: 'https://cdn.test/a.js',
    requestStart: undefined,
    transferSize: 0,
    encodedSize: 0,
  });
  const valueOf = (settledAt: number | undefined): string | undefined =>
    tilesOf(judge([{ resources: [hidden], settledAt }])).get('transferSize')?.value;
  expect(plain(valueOf(1301))).toBe('≥ 5.3 kB');
  expect(valueOf(undefined)).toBe('not measured');
});

it('tells how many loads a suspicion still needs', () => {
  const history = judge([{}, {}]);
  const { latest } = history;
  expect(plain(tilesOf(history).get('load')?.note)).toBe('verdict in 4 loads');
  const load = { ...latest.judgement.metrics.load!, suspected: true, needs: 2 };
  const suspected = { ...latest, judgement: { ...latest.judgement, metrics: { load } } };
  const tile = tilesOf({ ...history, latest: suspected }).get('load');
  expect(tile?.status).toBe('suspected');
  expect(plain(tile?.note)).toBe('2 more loads will tell');
});

it('says of a difference that noise hides that nothing can be told, and from which size on it could', () => {
  const history = judge(repeat(6, {}));
  const tellOf = (delta: number, verdict: 'unchanged' | 'regressed' = 'unchanged') => {
    const load = {
      verdict,
      delta,
      baseline: { value: 1000, n: 20 },
      current: { value: 1000 + delta, n: 5 },
      interval: [delta - 400, delta + 400] as const,
      minimumDetectable: 420,
    };
    const { latest } = history;
    const noisy = { ...latest, judgement: { ...latest.judgement, metrics: { load } } };
    const tile = tilesOf({ ...history, latest: noisy }).get('load');
    return [tile?.status, plain(tile?.note)];
  };
  expect(tellOf(380)).toEqual(['too-noisy', 'seen from 420 ms on']);
  expect([tellOf(50), tellOf(450)]).toEqual([
    ['steady', undefined],
    ['steady', undefined],
  ]);
  expect(tellOf(380, 'regressed')).toEqual(['regressed', undefined]);
});

it('brings a metric in trouble to the front', () => {
  const quiet = repeat(5, {});
  const busy = { longTasks: repeat(3, { startTime: 200, duration: 60 }) };
  expect(tilesOf(judge(quiet)).get('longTasks')?.prominent).toBe(false);
  expect(tilesOf(judge([...quiet, busy])).get('longTasks')).toMatchObject({
    status: 'regressed',
    prominent: true,
  });
});
