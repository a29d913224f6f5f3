import { describe, expect, it } from 'vitest';
import { changedLevel, type FittedSeries } from './find-change.ts';
import { fitBaseline, toLogs } from './fit-baseline.ts';
import { METRIC_NOISE } from './metric-noise.ts';
import { createLoads } from './series.fixture.ts';
import { EMPTY_SERIES } from './series.ts';

const noise = METRIC_NOISE.load;
const fit = fitBaseline(createLoads(1000, 20, 0.1), noise);

function levelOf(values: readonly number[], direction: 'up' | 'down' = 'up') {
  const fitted: FittedSeries = { series: EMPTY_SERIES, noise, fit, logs: toLogs(values, noise) };
  const { level, sigma } = changedLevel(fitted, values.length, direction);
  return { ratio: Math.exp(level - fit.level), sigma };
}

describe('changedLevel', () => {
  it('believes less than the loads show, and the more of it the more loads there are', () => {
    const few = levelOf(createLoads(1500, 3, 0.1)).ratio;
    const many = levelOf(createLoads(1500, 40, 0.1)).ratio;
    expect(few).toBeGreaterThan(1.2);
    expect(many).toBeGreaterThan(few);
    expect(many).toBeLessThan(1.48);
  });

  it('is never closer to the baseline than twice what matters, on either side', () => {
    expect(Math.log(levelOf(createLoads(1050, 10, 0.1)).ratio)).toBeCloseTo(2 * noise.relative, 10);
    expect(Math.log(levelOf(createLoads(950, 10, 0.1), 'down').ratio)).toBeCloseTo(-2 * noise.relative, 10);
    expect(levelOf(createLoads(500, 20, 0.1), 'down').ratio).toBeLessThan(0.7);
  });

  it('learns from the changed loads that the baseline was calm by chance', () => {
    expect(levelOf(createLoads(1500, 20, 0.1)).sigma).toBeLessThan(0.12);
    expect(levelOf(createLoads(1500, 20, 0.3)).sigma).toBeGreaterThan(0.17);
  });
});
