import { expect, it } from 'vitest';
import { judge, repeat, withLcp } from './judged.fixture.ts';
import { deriveStrip, type Strip, STRIP_LOADS } from './strip.ts';

function strip(lcps: readonly number[], baseline?: number, budget?: number): Strip | undefined {
  const { visits } = judge(lcps.map(withLcp));
  return deriveStrip({ visits, metric: 'largestContentfulPaint', baseline, budget });
}

it('draws heights from zero, so that twice the value is twice the height', () => {
  const [first, second] = strip([500, 1000])?.bars ?? [];
  expect(second?.height).toBeCloseTo(2 * (first?.height ?? 0));
  expect([first?.latest, second?.latest]).toEqual([false, true]);
});

it('needs two values', () => {
  expect(strip([500])).toBeUndefined();
  const { visits } = judge(repeat(3, withLcp(500)));
  const metric = 'interactionToNextPaint';
  expect(deriveStrip({ visits, metric, baseline: undefined, budget: undefined })).toBeUndefined();
});

it('keeps the newest loads only', () => {
  expect(strip(repeat(STRIP_LOADS + 6, 500))?.bars).toHaveLength(STRIP_LOADS);
});

it('shows a budget in sight and leaves out one that would flatten the bars', () => {
  expect(strip([900, 1000], 950, 1100)?.budget).toBeLessThan(1);
  expect(strip([900, 1000], 950, 5000)).not.toHaveProperty('budget');
});

it('draws loads outside statistics hollow, and copes with zeros', () => {
  const { visits } = judge([withLcp(1), { hidden: true }, {}]);
  const drawn = deriveStrip({ visits, metric: 'cumulativeLayoutShift', baseline: 0, budget: undefined });
  expect(drawn?.bars.map(({ counted, height }) => [counted, height])).toEqual([
    [true, 0],
    [false, 0],
    [true, 0],
  ]);
});
