import { describe, expect, it } from 'vitest';
import { CALIBRATED } from '../../src/domain/scan/calibrated-thresholds.ts';
import { type CalibratedRow, calibrate } from './calibrate.ts';

const options = { n: 20, runs: 600, seed: 5 };

describe('calibrate', () => {
  const row = calibrate(options);

  it('gives the same thresholds for the same seed', () => {
    expect(calibrate({ ...options, runs: 40 })).toEqual(calibrate({ ...options, runs: 40 }));
  });

  // A few hundred runs settle a threshold to some percent; a table that was typed in, or made by other code, is off.
  it.each<keyof CalibratedRow>(['scan', 'knownChange', 'comparison', 'detectable'])(
    'comes with another seed close to the table that is in use: %s',
    (name) => {
      const committed = CALIBRATED[name][20];
      expect(row[name]).toHaveLength(committed.length);
      for (const [index, threshold] of row[name].entries()) {
        expect(Math.abs(threshold / committed[index]! - 1)).toBeLessThan(0.12);
      }
    },
  );

  it('asks more of the scan than of a change that is known', () => {
    for (const [index, threshold] of row.knownChange.entries()) {
      expect(threshold).toBeLessThan(row.scan[index]!);
    }
  });
});
