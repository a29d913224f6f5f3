import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { METRIC_NAMES, type MetricValues } from '../metric.ts';
import type { Sample } from '../verdict.ts';
import { advance } from './life-cycle.ts';
import { METRIC_NOISE } from './metric-noise.ts';
import { observeSamples } from './sample.fixture.ts';
import { scanRule } from './scan-rule.ts';
import type { ScanState } from './scan-state.ts';
import { EMPTY_SERIES, type Series } from './series.ts';

const value = fc.oneof(
  fc.double({ min: 0, max: 1e7, noNaN: true }),
  fc.constantFrom(0, 1, 50, 400, 420, 900, 1000, 1e12),
);

const metrics = fc.dictionary(fc.constantFrom(...METRIC_NAMES), value) as fc.Arbitrary<MetricValues>;

const sample: fc.Arbitrary<Sample> = fc.record(
  { visitId: fc.constant('visit'), metrics, build: fc.constantFrom('a', 'b', 'c') },
  { requiredKeys: ['visitId', 'metrics'] },
);

const samples = fc.array(sample, { maxLength: 70 });

/** Loads of one page: levels that jump now and then, with noise on top; more like life than arbitrary values. */
const levels = fc.array(
  fc.tuple(
    fc.constantFrom(600, 1000, 1100, 1600, 3000),
    fc.integer({ min: 1, max: 12 }),
    fc.double({ min: 0.9, max: 1.1, noNaN: true }),
  ),
  { maxLength: 12 },
);

const loadsOf = (jumps: [number, number, number][]): number[] =>
  jumps.flatMap(([level, count, factor]) =>
    Array.from({ length: count }, (_, i) => level * (i % 2 === 0 ? factor : 1 / factor)),
  );

const seriesOf = (state: ScanState): Series[] => Object.values(state.series);

const isSound = (number: number | undefined): boolean => number === undefined || Number.isFinite(number);

describe('scanRule, whatever it is given', () => {
  it('keeps its state bounded and says only finite numbers', () => {
    fc.assert(
      fc.property(samples, (all) => {
        const { state, verdicts } = observeSamples(all);
        for (const series of seriesOf(state)) {
          expect(series.baseline.length).toBeLessThanOrEqual(30);
          expect(series.recent.length).toBeLessThanOrEqual(40);
          expect(series.newest.loads).toBeLessThanOrEqual(series.recent.length);
          expect(series.change?.loads ?? 0).toBeLessThanOrEqual(series.recent.length);
        }
        expect(state.history.length).toBeLessThanOrEqual(20);
        for (const verdict of verdicts.flatMap((each) => Object.values(each))) {
          const { delta, minimumDetectable, needs, interval } = verdict;
          expect([delta, minimumDetectable, needs, ...(interval ?? [])].every(isSound)).toBe(true);
          expect(verdict.verdict === 'needs-more-loads').toBe((needs ?? 0) > 0);
        }
      }),
    );
  });

  it('gives the same verdicts after its state has been JSON', () => {
    fc.assert(
      fc.property(samples, sample, (past, next) => {
        const { state } = observeSamples(past);
        const stored = JSON.parse(JSON.stringify(state)) as ScanState;
        expect(stored).toEqual(state);
        expect(scanRule.observe(stored, next)).toEqual(scanRule.observe(state, next));
      }),
    );
  });

  it('leaves the state it is given as it was, and judges the same again', () => {
    fc.assert(
      fc.property(samples, sample, (past, next) => {
        const { state } = observeSamples(past);
        const before = JSON.stringify(state);
        const first = scanRule.observe(state, next);
        expect(JSON.stringify(state)).toBe(before);
        expect(scanRule.observe(state, next)).toEqual(first);
      }),
    );
  });

  it('says "not measured" exactly of what is absent, and leaves it untouched', () => {
    fc.assert(
      fc.property(samples, sample, (past, next) => {
        const { state } = observeSamples(past);
        const judged = scanRule.observe(state, next);
        for (const name of METRIC_NAMES) {
          const isAbsent = next.metrics[name] === undefined;
          expect(judged.verdicts[name]?.verdict === 'not-measured').toBe(isAbsent);
          if (isAbsent) expect(judged.state.series[name]).toBe(state.series[name]);
        }
      }),
    );
  });

  it('never alarms on a page that never varies, not even over a thousand loads', () => {
    fc.assert(
      fc.property(metrics, fc.array(fc.constantFrom('a', 'b', 'c'), { minLength: 1 }), (constant, builds) => {
        const all = Array.from({ length: 100 }, (_, i) => ({
          visitId: 'visit',
          metrics: constant,
          build: builds[i % builds.length]!,
        }));
        for (const verdict of observeSamples(all).verdicts.flatMap((each) => Object.values(each))) {
          expect(['unchanged', 'needs-more-loads', 'not-measured']).toContain(verdict.verdict);
          expect(verdict.suspected).toBeUndefined();
        }
      }),
      { numRuns: 30 },
    );
    const quiet = Array.from({ length: 1000 }, () => ({
      visitId: 'visit',
      build: 'a',
      metrics: { load: 900, requests: 42, cumulativeLayoutShift: 0.02, longTasks: 0, transferSize: 640_000 },
    }));
    const said = observeSamples(quiet)
      .verdicts.slice(5)
      .flatMap((each) => Object.values(each));
    expect(new Set(said.map(({ verdict }) => verdict))).toEqual(new Set(['unchanged', 'not-measured']));
  });

  it('leaves red only through a fix, and the baseline of a red metric alone', () => {
    fc.assert(
      fc.property(levels, fc.constantFrom('load' as const, 'requests' as const), (jumps, name) => {
        let series = EMPTY_SERIES;
        for (const load of loadsOf(jumps)) {
          const next = advance(series, { value: load }, { noise: METRIC_NOISE[name], pinned: false });
          if (series.standing === 'regressed') {
            expect(['regressed', 'resolved']).toContain(next.standing);
            expect(next.baseline).toBe(series.baseline);
          }
          if (next.standing === 'resolved') expect(series.standing).toBe('regressed');
          series = next;
        }
      }),
    );
  });

  it('does not depend on the unit', () => {
    fc.assert(
      fc.property(levels, fc.constantFrom(1 / 1024, 4, 65_536), (jumps, factor) => {
        const noise = METRIC_NOISE.load;
        const scaled = { ...noise, offset: noise.offset * factor, absolute: noise.absolute * factor };
        let [plain, other] = [EMPTY_SERIES, EMPTY_SERIES];
        for (const load of loadsOf(jumps)) {
          plain = advance(plain, { value: load }, { noise, pinned: false });
          other = advance(other, { value: load * factor }, { noise: scaled, pinned: false });
          expect(other.standing).toBe(plain.standing);
          expect(other.baseline.length).toBe(plain.baseline.length);
        }
      }),
    );
  });
});
