import { expect, it } from 'vitest';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import { judge, repeat, withLcp } from './judged.fixture.ts';
import { deriveStrip, type Strip, STRIP_LOADS } from './strip.ts';

function unchanged(value: number): MetricVerdict {
  return { verdict: 'unchanged', baseline: { value, n: 5 } };
}

function strip(lcps: readonly number[], baseline?: number, budget?: number): Strip | undefined {
  const { visits } = judge(lcps.map(withLcp));
  const verdict = baseline === undefined ? undefined : unchanged(baseline);
  return deriveStrip({ visits, metric: 'largestContentfulPaint', verdict, budget });
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
  expect(deriveStrip({ visits, metric, verdict: undefined, budget: undefined })).toBeUndefined();
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
  const drawn = deriveStrip({
    visits,
    metric: 'cumulativeLayoutShift',
    verdict: unchanged(0),
    budget: undefined,
  });
  expect(drawn?.bars.map(({ counted, height }) => [counted, height])).toEqual([
    [true, 0],
    [false, 0],
    [true, 0],
  ]);
});

it('shows the shift over the counted loads that carry it, with its interval', () => {
  const slow = withLcp(1500);
  const { visits } = judge([...repeat(4, withLcp(1000)), slow, { ...slow, hidden: true }, slow]);
  const verdict = {
    baseline: { value: 1000, n: 4 },
    current: { value: 1500, n: 2 },
    interval: [400, 700],
  } as const;
  const derive = (answer: Partial<MetricVerdict> & Pick<MetricVerdict, 'verdict'>) =>
    deriveStrip({
      visits,
      metric: 'largestContentfulPaint',
      verdict: { ...verdict, ...answer },
      budget: undefined,
    });
  const drawn = derive({ verdict: 'regressed' });
  expect(drawn?.shift?.from).toBe(4);
  expect(drawn?.shift?.level).toBeCloseTo(1.5 * (drawn?.baseline ?? 0));
  expect(drawn?.shift?.between?.[0]).toBeCloseTo(1.4 * (drawn?.baseline ?? 0));
  expect(drawn?.shift?.between?.[1]).toBe(1);
  expect(derive({ verdict: 'needs-more-loads', suspected: true })?.shift).toEqual(drawn?.shift);
  expect(derive({ verdict: 'unchanged' })).not.toHaveProperty('shift');
});
