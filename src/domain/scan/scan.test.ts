import { describe, expect, it } from 'vitest';
import { fitBaseline, toLogs } from './fit-baseline.ts';
import { METRIC_NOISE } from './metric-noise.ts';
import { scan } from './scan.ts';
import { createLoads } from './series.fixture.ts';

const noise = METRIC_NOISE.load;
const fit = fitBaseline(createLoads(1000, 20, 0.05), noise);

const strengthOf = (values: readonly number[], direction: 'up' | 'down' = 'up') =>
  scan(fit, toLogs(values, noise), { noise, direction });

describe('scan', () => {
  it.each<[string, number[], number]>([
    ['a half more', createLoads(1500, 8, 0.05), 5],
    ['a fifth more', createLoads(1200, 10, 0.05), 8],
  ])('confirms %s', (_name, values, loads) => {
    const confirmedAt = values.findIndex((_, i) => (strengthOf(values.slice(0, i + 1))?.strength ?? 0) > 1);
    expect(confirmedAt + 1).toBe(loads);
  });

  it.each<[string, number[]]>([
    ['usual loads', createLoads(1000, 20, 0.05)],
    ['one hiccup', [...createLoads(1000, 6, 0.05), 2800]],
    ['two hiccups', [...createLoads(1000, 6, 0.05), 2800, 2500]],
    ['two loads', [3000, 3000]],
    ['nothing', []],
  ])('finds nothing confirmed in %s', (_name, values) => {
    expect(strengthOf(values)?.strength ?? 0).toBeLessThanOrEqual(1);
  });

  it('does not mind a shift that is certain but too small to matter', () => {
    const still = fitBaseline(
      Array.from({ length: 30 }, () => 1000),
      noise,
    );
    const logs = toLogs(
      Array.from({ length: 20 }, () => 1070),
      noise,
    );
    expect(scan(still, logs, { noise, direction: 'up' })).toBeUndefined();
  });

  it('looks for an improvement with the same eyes', () => {
    expect(strengthOf(createLoads(650, 6, 0.05), 'down')?.strength).toBeGreaterThan(1);
    expect(strengthOf(createLoads(650, 6, 0.05), 'up')).toBeUndefined();
    expect(strengthOf(createLoads(1500, 6, 0.05), 'down')).toBeUndefined();
  });

  it('names the loads that carry it', () => {
    const found = strengthOf([...createLoads(1000, 10, 0.05), ...createLoads(1600, 5, 0.05)]);
    expect(found?.loads).toBeGreaterThanOrEqual(4);
    expect(found?.loads).toBeLessThanOrEqual(6);
  });
});
