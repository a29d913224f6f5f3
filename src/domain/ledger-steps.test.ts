import { describe, expect, it } from 'vitest';
import type { Cause, MetricDiff } from './cause.ts';
import { deriveLedger } from './ledger-steps.ts';

function diff(baseline: number, contributions: readonly number[], unexplained: number): MetricDiff {
  const delta = contributions.reduce((sum, part) => sum + part, 0) + unexplained;
  const causes = contributions.map(
    (contribution, index): Cause => ({
      kind: 'added-resource',
      contribution,
      share: contribution / delta,
      confidence: 'high',
      summary: `cause ${index}`,
      evidence: [],
      advice: '',
    }),
  );
  const current = { median: baseline + delta, n: 1 };
  return {
    verdict: 'regressed',
    unit: 'ms',
    delta,
    baseline: { median: baseline, n: 5 },
    current,
    causes,
    unexplained,
  };
}

describe('deriveLedger', () => {
  it('runs from the baseline to now without a gap', () => {
    const { steps } = deriveLedger(diff(1000, [700, -200], 100));
    expect(steps.map(({ label }) => label)).toEqual(['Baseline', '1', '2', 'Rest', 'Now']);
    expect(steps.at(-1)?.amount).toBe(1600);
    expect(steps.at(-1)?.level).toBeCloseTo(steps.at(-2)?.level ?? Number.NaN);
    for (const [index, step] of steps.entries()) {
      const before = steps[index - 1]?.level ?? 0;
      if (step.kind !== 'level') expect([step.from, step.to]).toContain(before);
    }
  });

  it('draws a level from zero when the change is large, and breaks the axis when it is small', () => {
    const large = deriveLedger(diff(1000, [700], 0));
    expect(large.broken).toBe(false);
    expect(large.steps[0]?.to).toBeCloseTo(1000 / 1700);
    const small = deriveLedger(diff(1000, [40], 0));
    expect(small.broken).toBe(true);
    expect((small.steps[1]?.to ?? 0) - (small.steps[1]?.from ?? 0)).toBeGreaterThan(0.3);
  });

  it('leaves out a rest of nothing and gathers the small causes in it', () => {
    expect(deriveLedger(diff(100, [50], 0)).steps).toHaveLength(3);
    const many = deriveLedger(diff(100, [50, 40, 30, 20, 10, 5, 4, 3], 1)).steps;
    expect(many).toHaveLength(9);
    expect(many.at(-2)).toMatchObject({ label: 'Rest', amount: 8 });
    expect(deriveLedger(diff(100, [5000], 9)).steps).toHaveLength(3);
  });

  it('shows how far the loads agree, from where the step begins', () => {
    const one = diff(1000, [500], 0);
    const causes = one.causes.map((cause) => ({ ...cause, range: [300, 1000] as const }));
    const [, step] = deriveLedger({ ...one, causes }).steps;
    expect(step?.range).toEqual({ from: 1300 / 2000, to: 1 });
    expect(step?.to).toBe(1500 / 2000);
    expect(deriveLedger(one).steps[1]).not.toHaveProperty('range');
  });

  it('survives a metric that was and is nothing', () => {
    const { steps } = deriveLedger(diff(0, [], 0));
    expect(steps.map(({ to }) => to)).toEqual([0, 0]);
  });
});
