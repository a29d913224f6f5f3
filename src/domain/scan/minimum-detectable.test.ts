import { describe, expect, it } from 'vitest';
import { fitBaseline } from './fit-baseline.ts';
import { METRIC_NOISE } from './metric-noise.ts';
import { minimumDetectable, minimumMaterial } from './minimum-detectable.ts';
import { createLoads } from './series.fixture.ts';

const noise = METRIC_NOISE.load;
const detectable = (loads: number, cv: number): number =>
  minimumDetectable(fitBaseline(createLoads(1000, loads, cv), noise), noise);

describe('minimumDetectable', () => {
  it('is larger on a noisier page and on a smaller baseline', () => {
    expect(detectable(20, 0.2)).toBeGreaterThan(detectable(20, 0.1));
    expect(detectable(5, 0.1)).toBeGreaterThan(detectable(20, 0.1));
  });

  it('is about a third on a usual page with twenty loads', () => {
    expect(detectable(20, 0.1)).toBeGreaterThan(250);
    expect(detectable(20, 0.1)).toBeLessThan(450);
  });

  it('is never less than what matters', () => {
    const still = fitBaseline(createLoads(1000, 30, 0), { ...noise, sigma: 0.001 });
    expect(minimumDetectable(still, noise)).toBeCloseTo(Math.expm1(0.08) * 1050, 6);
    const small = fitBaseline(createLoads(100, 30, 0), { ...noise, sigma: 0.001 });
    expect(minimumDetectable(small, noise)).toBeCloseTo(50, 6);
    expect(minimumMaterial(small, noise)).toBeCloseTo(50, 6);
  });
});
