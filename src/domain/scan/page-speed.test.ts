import { describe, expect, it } from 'vitest';
import { measurePageSpeed } from './page-speed.ts';

const milestones = {
  firstContentfulPaint: 400,
  largestContentfulPaint: 400,
  domContentLoaded: 400,
  load: 400,
};

describe('measurePageSpeed', () => {
  it('is the geometric mean of the milestones with their offset', () => {
    expect(measurePageSpeed(milestones)).toBeCloseTo(450, 9);
    expect(measurePageSpeed({ ...milestones, load: 2 * 450 - 50 })).toBeCloseTo(450 * 2 ** 0.25, 9);
  });

  it.each(Object.keys(milestones))('is not measured without %s', (missing) => {
    expect(measurePageSpeed({ ...milestones, [missing]: undefined })).toBeUndefined();
  });
});
