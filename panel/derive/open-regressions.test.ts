import { expect, it } from 'vitest';
import type { Capture } from '../../src/domain/capture.ts';
import type { Comparison, MetricDiff } from '../../src/domain/cause.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';
import { deriveOpenRegressions } from './open-regressions.ts';

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');
const learnt = repeat(5, withLcp(1000));

function open(history: ReturnType<typeof judge>) {
  return deriveOpenRegressions({ ...history, comparison: undefined });
}

it('is empty while nothing is regressed', () => {
  expect(open(judge(learnt))).toEqual([]);
});

it.each([
  [1, 'since this load'],
  [3, 'for 3 loads'],
])('tells for how long: %i', (loads, since) => {
  const [regression] = open(judge([...learnt, ...repeat(loads, withLcp(1800))]));
  expect(regression).toMatchObject({ metric: 'largestContentfulPaint', label: 'LCP', ofLatestKind: true });
  expect(plain(regression?.since)).toBe(since);
  expect(plain(regression?.delta)).toBe('+800 ms');
});

it('lists those of other cohorts after those of the latest load', () => {
  const { navigation } = judge([{}]).latest.snapshot;
  const navigate = { navigation: { ...navigation, kind: 'navigate' as const } };
  const history = judge([
    ...learnt,
    withLcp(1800),
    ...learnt.map((load) => ({ ...load, ...navigate })),
    { ...withLcp(2000), ...navigate },
  ]);
  expect(open(history).map(({ cohort, ofLatestKind }) => [cohort, ofLatestKind])).toEqual([
    ['navigate/cold/desktop', true],
    ['reload/cold/desktop', false],
  ]);
});

it('tells a cause once where it stands behind several metrics in a row', () => {
  const slow = (time: number): Partial<Capture> => ({
    vitals: {
      timeToFirstByte: { value: 40 },
      firstContentfulPaint: { value: time },
      largestContentfulPaint: { value: time + 100 },
      cumulativeLayoutShift: { value: 0 },
    },
  });
  const history = judge([...repeat(5, slow(900)), slow(1800)]);
  const diff = { causes: [{ summary: 'added script /chart.js' }] } as unknown as MetricDiff;
  const comparison = {
    metrics: { largestContentfulPaint: diff, firstContentfulPaint: diff },
  } as unknown as Comparison;
  const told = deriveOpenRegressions({ ...history, comparison });
  expect(told.map(({ metric, cause }) => [metric, cause]).slice(0, 2)).toEqual([
    ['largestContentfulPaint', 'added script /chart.js'],
    ['firstContentfulPaint', 'The same cause'],
  ]);
});

it('says nothing of the beginning once that load is no longer kept', () => {
  const history = judge([...learnt, ...repeat(3, withLcp(1800))]);
  const [regression] = open({ ...history, visits: history.visits.slice(-1) });
  expect(regression).not.toHaveProperty('since');
});
