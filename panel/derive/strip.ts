import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { MetricVerdict } from '../../src/domain/verdict.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import type { Unit } from '../format.ts';

/** One load in a strip. Heights and levels are shares of the strip's height. */
interface StripBar {
  readonly visitId: string;
  readonly height: number;
  /** In statistics; the others are drawn hollow. */
  readonly counted: boolean;
  readonly latest: boolean;
}

/** Where the metric is now, when that is off its baseline: over which bars, how high, and between which heights. */
interface StripShift {
  /** Index of the first bar past the change. */
  readonly from: number;
  readonly level: number;
  readonly between?: readonly [low: number, high: number];
}

export interface Strip {
  readonly bars: readonly StripBar[];
  readonly baseline?: number;
  readonly budget?: number;
  readonly shift?: StripShift;
}

/** A bar wider than a thumb says nothing more: a strip shows the newest loads. */
export const STRIP_LOADS = 24;

/** A budget further away than this would flatten the bars; the tile says it in words anyway. */
const BUDGET_IN_SIGHT = 1.6;

const HEADROOM = 1.08;

/** What a full bar stands for at the least: values that are written as 0 must not fill the strip. */
const LEAST: Readonly<Record<Unit, number>> = { ms: 1, bytes: 1, count: 1, score: 0.01 };

/** The loads that carry a change, confirmed or suspected. Undefined where nothing has changed. */
function deriveShift(
  verdict: MetricVerdict,
  bars: readonly StripBar[],
  scale: (value: number) => number,
): StripShift | undefined {
  const { baseline, current, interval, suspected } = verdict;
  const isChanged = verdict.verdict === 'regressed' || verdict.verdict === 'improved' || suspected === true;
  if (!isChanged || !baseline || !current) return undefined;
  const counted = bars.flatMap(({ counted }, index) => (counted ? [index] : []));
  const within = (value: number): number => Math.min(1, Math.max(0, scale(value)));
  return {
    from: counted.at(-current.n) ?? 0,
    level: within(current.value),
    ...(interval && {
      between: [within(baseline.value + interval[0]), within(baseline.value + interval[1])],
    }),
  };
}

interface StripInput {
  /** Oldest first; of the cohort that is shown. */
  readonly visits: readonly JudgedVisit[];
  readonly metric: MetricName;
  readonly verdict: MetricVerdict | undefined;
  readonly budget: number | undefined;
}

/** The recent values of one metric from zero, so that heights compare honestly. Undefined below two values. */
export function deriveStrip({ visits, metric, verdict, budget }: StripInput): Strip | undefined {
  const baseline = verdict?.baseline?.value;
  const measured = visits
    .filter(({ snapshot }) => snapshot.metrics[metric] !== undefined)
    .slice(-STRIP_LOADS);
  if (measured.length < 2) return undefined;
  const values = measured.map(({ snapshot }) => snapshot.metrics[metric] ?? 0);
  const highest = Math.max(...values, baseline ?? 0);
  const inSight = budget !== undefined && budget > 0 && budget <= highest * BUDGET_IN_SIGHT;
  const top = Math.max(highest, inSight ? budget : 0, LEAST[METRICS[metric].unit]) * HEADROOM;
  const scale = (value: number): number => value / top;
  const newest = visits.at(-1)?.snapshot.visitId;
  const bars = measured.map(({ snapshot, judgement }, index) => ({
    visitId: snapshot.visitId,
    height: scale(values[index] ?? 0),
    counted: judgement.excluded.length === 0,
    latest: snapshot.visitId === newest,
  }));
  const shift = verdict && deriveShift(verdict, bars, scale);
  return {
    bars,
    ...(shift && { shift }),
    ...(baseline !== undefined && { baseline: scale(baseline) }),
    ...(inSight && { budget: scale(budget) }),
  };
}
