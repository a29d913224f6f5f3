import { describe, expect, it } from 'vitest';
import { fitBaseline, toLogs } from './fit-baseline.ts';
import { testKnownChange } from './known-change.ts';
import { METRIC_NOISE } from './metric-noise.ts';
import { scan } from './scan.ts';
import { createLoads } from './series.fixture.ts';
import { knownChangeThreshold } from './thresholds.ts';

const noise = METRIC_NOISE.load;
const fit = fitBaseline(createLoads(1000, 20, 0.1), noise);

const test = (values: readonly number[], direction: 'up' | 'down' = 'up') =>
  testKnownChange(fit, toLogs(values, noise), {
    question: { noise, direction },
    threshold: knownChangeThreshold(fit.n, values.length),
  });

describe('testKnownChange', () => {
  it('confirms what a scan of the same loads only suspects', () => {
    const values = createLoads(1250, 5, 0.1);
    expect(test(values)?.strength).toBeGreaterThan(1);
    expect(scan(fit, toLogs(values, noise), { noise, direction: 'up' })?.strength ?? 0).toBeLessThan(1);
  });

  it.each([0, 1, 2])('says nothing on %d loads, however slow', (loads) => {
    expect(test(createLoads(5000, loads))).toBeUndefined();
  });

  it('weighs all loads, also the first ones that were as before', () => {
    const slow = createLoads(1300, 4, 0.1);
    const mixed = [...createLoads(1000, 4, 0.1), ...slow];
    expect(test(slow)?.strength ?? 0).toBeGreaterThan(test(mixed)?.strength ?? 0);
  });

  it('finds what became faster when asked for that', () => {
    expect(test(createLoads(700, 6, 0.1), 'down')?.strength).toBeGreaterThan(1);
    expect(test(createLoads(700, 6, 0.1), 'up')).toBeUndefined();
  });
});
