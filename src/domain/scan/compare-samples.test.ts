import { describe, expect, it } from 'vitest';
import type { MetricValues } from '../metric.ts';
import type { Sample } from '../verdict.ts';
import { compareSamples } from './compare-samples.ts';
import { createSamples } from './sample.fixture.ts';

const eight = createSamples(8);

const only = (name: keyof MetricValues, values: readonly number[]): Sample[] =>
  values.map((value, i) => ({ visitId: `visit-${i}`, metrics: { [name]: value } }));

describe('compareSamples', () => {
  it('calls equal builds unchanged', () => {
    const verdicts = compareSamples(eight, createSamples(16).slice(8));
    for (const { verdict } of Object.values(verdicts))
      expect(['unchanged', 'not-measured']).toContain(verdict);
    expect(verdicts.load).toMatchObject({ baseline: { n: 8 }, current: { n: 8 } });
  });

  it('calls a quarter more regressed, and the way back improved', () => {
    const slower = createSamples(8, {}, 1.25);
    const verdicts = compareSamples(eight, slower);
    expect(verdicts.load?.verdict).toBe('regressed');
    expect(verdicts.load?.delta).toBeCloseTo(275, -2);
    expect(verdicts.load?.interval?.[0]).toBeGreaterThan(0);
    expect(verdicts.requests?.verdict).toBe('unchanged');
    expect(compareSamples(slower, eight).load?.verdict).toBe('improved');
  });

  it.each<[number, number, number | undefined]>([
    [8, 1, 2],
    [8, 2, 1],
    [3, 3, 2],
    [1, 1, 6],
    [5, 3, undefined],
  ])('%d loads against %d: needs %s', (before, after, needs) => {
    const verdict = compareSamples(createSamples(before), createSamples(after, {}, 1.8)).load;
    expect(verdict?.needs).toBe(needs);
    expect(verdict?.verdict).toBe(needs === undefined ? 'regressed' : 'needs-more-loads');
  });

  it('suspects what more loads of the same kind would confirm', () => {
    const metrics = only('load', [1000, 1060, 950, 1020, 980, 1090, 930, 1010]);
    const verdict = compareSamples(metrics, only('load', [1240, 1210, 1260])).load;
    expect(verdict).toMatchObject({ verdict: 'needs-more-loads', suspected: true });
    const more = Array.from({ length: 3 + verdict!.needs! }, () => 1240);
    expect(compareSamples(metrics, only('load', more)).load?.verdict).toBe('regressed');
  });

  it.each<[keyof MetricValues, number[], number[], string]>([
    ['requests', [42], [43], 'unchanged'],
    ['requests', [42], [48], 'regressed'],
    ['transferSize', [640_000], [760_000], 'regressed'],
    ['transferSize', [640_000, 640_050], [640_020], 'unchanged'],
    ['transferSize', [760_000], [640_000], 'improved'],
    ['cumulativeLayoutShift', [0.02], [0.1], 'needs-more-loads'],
    ['cumulativeLayoutShift', [0.02, 0.02], [0.1, 0.1], 'regressed'],
    ['requests', [42, 42, 42], [42, 48, 42], 'unchanged'],
    ['requests', [42, 60, 42], [48], 'needs-more-loads'],
  ])('judges %s %j against %j at once where it is constant: %s', (name, before, after, expected) => {
    expect(compareSamples(only(name, before), only(name, after))[name]?.verdict).toBe(expected);
  });

  it('does not judge what one side did not measure', () => {
    const verdicts = compareSamples(only('load', [900, 910, 920, 900, 905]), only('requests', [42, 42, 42]));
    expect(new Set(Object.values(verdicts).map(({ verdict }) => verdict))).toEqual(new Set(['not-measured']));
    expect(compareSamples([], []).load).toEqual({ verdict: 'not-measured' });
  });

  it('lets the milestones together confirm what each alone only suggests', () => {
    // Each milestone has scatter of its own, so that their mean is surer than any of them.
    const noisy = (slower: number, count: number): Sample[] =>
      Array.from({ length: count }, (_, i) => {
        const factor = (k: number): number => slower * Math.exp(0.16 * Math.sin(7 * i + k));
        return {
          visitId: `visit-${i}`,
          metrics: {
            firstContentfulPaint: 900 * factor(0),
            largestContentfulPaint: 1500 * factor(1.6),
            domContentLoaded: 1000 * factor(3.1),
            load: 2000 * factor(4.7),
          },
        };
      });
    const [before, after] = [noisy(1, 8), noisy(1.24, 8)];
    const together = compareSamples(before, after);
    const alone = compareSamples(
      before.map((sample) => ({ ...sample, metrics: { load: sample.metrics.load! } })),
      after.map((sample) => ({ ...sample, metrics: { load: sample.metrics.load! } })),
    );
    expect(alone.load?.verdict).not.toBe('regressed');
    expect(together.load?.verdict).toBe('regressed');
    expect(together.load).not.toHaveProperty('suspected');
  });
});
