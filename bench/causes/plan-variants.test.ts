import { expect, test } from 'vitest';
import { FAULTS } from '../../lab/faults.ts';
import { planVariants } from './plan-variants.ts';

test('the same seed plans the same, another one something else', () => {
  expect(planVariants(FAULTS, 7, 2)).toEqual(planVariants(FAULTS, 7, 2));
  expect(planVariants(FAULTS, 7, 1)).not.toEqual(planVariants(FAULTS, 8, 1));
});

test('every fault is planned in different variants, within what a fault can be', () => {
  const plan = planVariants(FAULTS, 7, 2);
  for (const { id } of FAULTS) {
    const variants = plan.filter(({ fault }) => fault === id);
    expect(variants.length).toBeGreaterThanOrEqual(2);
    expect(new Set(variants.map((variant) => JSON.stringify(variant))).size).toBe(variants.length);
  }
  for (const { strength, slowdown, line } of plan) {
    expect(strength).toBeGreaterThanOrEqual(0.35);
    expect(strength).toBeLessThanOrEqual(1.15);
    expect(slowdown).toBeGreaterThanOrEqual(1);
    expect(slowdown).toBeLessThanOrEqual(2);
    expect(line.bytesPerMs).toBeGreaterThan(100);
  }
});

test('some faults alone are planned as they are among all', () => {
  const some = FAULTS.filter(({ id }) => id === 'redirect' || id === 'slow-css');
  const all = planVariants(FAULTS, 7, 2);
  for (const variant of planVariants(some, 7, 2)) expect(all).toContainEqual(variant);
});
