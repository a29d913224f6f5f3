import { METRIC_NAMES } from '../metric.ts';
import type { MetricVerdict, MetricVerdicts, Sample } from '../verdict.ts';
import { compareNoisy, compareSteady, type Sides } from './compare-values.ts';
import { toLogs } from './fit-baseline.ts';
import { METRIC_NOISE, type SeriesName } from './metric-noise.ts';
import { MILESTONES, measurePageSpeed } from './page-speed.ts';
import { measureScale } from './steady.ts';
import { type Direction, isMaterial } from './weigh-shift.ts';

/**
 * Judges all loads of one build against those of another, as `pbm compare` does: one look, since nothing is known to
 * have changed in between. A timing needs five loads before and three after; what is constant is judged at once.
 */
export function compareSamples(baseline: readonly Sample[], current: readonly Sample[]): MetricVerdicts {
  const sidesOf = (name: SeriesName): Sides | undefined => readSides(name, baseline, current);
  const verdicts: Record<string, MetricVerdict> = {};
  for (const name of METRIC_NAMES) verdicts[name] = compareSides(sidesOf(name));
  const { verdict } = compareSides(sidesOf('pageSpeed'));
  if (verdict === 'regressed' || verdict === 'improved') {
    for (const name of MILESTONES) {
      const sides = sidesOf(name);
      const own = verdicts[name];
      if (sides && own && isShifted(sides, verdict === 'regressed' ? 'up' : 'down')) {
        const { needs: _needs, suspected: _suspected, ...rest } = own;
        verdicts[name] = { ...rest, verdict };
      }
    }
  }
  return verdicts;
}

function readSides(
  name: SeriesName,
  baseline: readonly Sample[],
  current: readonly Sample[],
): Sides | undefined {
  const read = (samples: readonly Sample[]): number[] =>
    samples
      .map(({ metrics }) => (name === 'pageSpeed' ? measurePageSpeed(metrics) : metrics[name]))
      .filter((value) => value !== undefined);
  const [before, after] = [read(baseline), read(current)];
  const noise = METRIC_NOISE[name];
  if (before.length === 0 || after.length === 0) return undefined;
  return { before, after, noise, ...measureScale(before, noise), logs: toLogs(after, noise) };
}

function compareSides(sides: Sides | undefined): MetricVerdict {
  if (!sides) return { verdict: 'not-measured' };
  const { confirmations } = sides.noise;
  return confirmations && sides.isSteady ? compareSteady(sides, confirmations.newBuild) : compareNoisy(sides);
}

function isShifted({ fit, logs, noise }: Sides, direction: Direction): boolean {
  return isMaterial(fit, logs, { noise, direction });
}
