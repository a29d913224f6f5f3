import { describe, expect, it } from 'vitest';
import { createRandom } from './random.ts';
import { type Conditions, DESIGN, sigmaOf, simulateLoads } from './simulate-loads.ts';

function draw(conditions: Partial<Conditions>, count = 8000) {
  const next = simulateLoads(createRandom(11), { ...DESIGN, cv: 0.15, ...conditions });
  return Array.from({ length: count }, next);
}

function correlate(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  const [meanA, meanB] = [mean(a), mean(b)];
  const covariance = mean(a.map((value, i) => (value - meanA) * (b[i]! - meanB)));
  const spread = (values: readonly number[], centre: number) =>
    Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  return covariance / spread(a, meanA) / spread(b, meanB);
}

describe('simulateLoads', () => {
  const calm = draw({ hiccups: 0 });
  const logs = calm.map(({ metrics }) => Math.log(metrics.load!));

  it('scatters as asked', () => {
    const mean = logs.reduce((sum, log) => sum + log, 0) / logs.length;
    const sigma = Math.sqrt(logs.reduce((sum, log) => sum + (log - mean) ** 2, 0) / logs.length);
    expect(Math.exp(mean)).toBeCloseTo(1150, -2);
    expect(sigma / sigmaOf(0.15)).toBeCloseTo(1, 1);
  });

  it('lets a load resemble the one before', () => {
    expect(correlate(logs.slice(1), logs.slice(0, -1))).toBeCloseTo(0.3, 1);
  });

  it('shares as much of the noise between metrics as asked', () => {
    const others = (loads: typeof calm) =>
      loads.map(({ metrics }) => Math.log(metrics.firstContentfulPaint!));
    expect(Math.abs(correlate(logs, others(calm)))).toBeLessThan(0.05);
    const shared = draw({ hiccups: 0, shared: 0.5 });
    const own = shared.map(({ metrics }) => Math.log(metrics.load!));
    expect(correlate(own, others(shared))).toBeCloseTo(0.5, 1);
  });

  it('stretches all timings of a hiccup together, in bursts', () => {
    const loads = draw({ cv: 0.0001 });
    const hiccups = loads.filter(({ hiccup }) => hiccup);
    expect(hiccups.length / loads.length).toBeCloseTo(0.03, 2);
    for (const { metrics } of hiccups) {
      expect(metrics.load! / 1150).toBeGreaterThan(1.99);
      expect(metrics.load! / 1150).toBeCloseTo(metrics.timeToFirstByte! / 120, 2);
      expect(metrics.requests).toBe(42);
    }
    const followed = loads.filter((load, i) => load.hiccup && loads[i + 1]?.hiccup).length;
    expect(followed / hiccups.length).toBeGreaterThan(0.15);
  });
});
