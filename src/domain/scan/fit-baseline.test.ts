import { describe, expect, it } from 'vitest';
import { fitBaseline } from './fit-baseline.ts';
import { METRIC_NOISE } from './metric-noise.ts';
import { createLoads } from './series.fixture.ts';

const noise = METRIC_NOISE.load;

const centre = (values: readonly number[]): number =>
  Math.exp(fitBaseline(values, noise).level) - noise.offset;

describe('fitBaseline', () => {
  it('finds the level and the scatter of usual loads', () => {
    const values = createLoads(1000, 20, 0.1);
    const { n, sigma } = fitBaseline(values, noise);
    expect(n).toBe(20);
    expect(centre(values)).toBeGreaterThan(950);
    expect(centre(values)).toBeLessThan(1050);
    expect(sigma).toBeGreaterThan(0.08);
    expect(sigma).toBeLessThan(0.12);
  });

  it('is not carried away by two hiccups among twenty', () => {
    const values = createLoads(1000, 18, 0.05);
    const clean = fitBaseline(values, noise);
    const disturbed = fitBaseline([...values, 2500, 3000], noise);
    expect(Math.abs(disturbed.level - clean.level)).toBeLessThan(0.02);
    expect(disturbed.sigma).toBeLessThan(1.6 * clean.sigma);
  });

  it.each([1, 3, 5, 20])('assumes some scatter behind %d equal values, less the more there are', (n) => {
    const { sigma, level } = fitBaseline(
      Array.from({ length: n }, () => 500),
      noise,
    );
    expect(level).toBeCloseTo(Math.log(550), 10);
    expect(sigma).toBeCloseTo(noise.sigma * Math.sqrt(4 / (4 + n - 1)), 10);
  });

  it('believes a scatter that is larger than usual', () => {
    const wild = fitBaseline(createLoads(1000, 20, 0.4), noise);
    expect(wild.sigma).toBeGreaterThan(0.3);
  });

  it('moves with the unit: a hundredfold of everything shifts the level and leaves the scatter', () => {
    const values = createLoads(800, 12, 0.15);
    const scaled = fitBaseline(
      values.map((value) => value * 100),
      { ...noise, offset: noise.offset * 100 },
    );
    const plain = fitBaseline(values, noise);
    expect(scaled.sigma).toBeCloseTo(plain.sigma, 10);
    expect(scaled.level - plain.level).toBeCloseTo(Math.log(100), 10);
  });

  it('refuses no values', () => {
    expect(() => fitBaseline([], noise)).toThrow(RangeError);
  });
});
