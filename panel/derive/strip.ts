import type { MetricName } from '../../src/domain/metric.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';

/** One load in a strip. Heights and levels are shares of the strip's height. */
interface StripBar {
  readonly visitId: string;
  readonly height: number;
  /** In statistics; the others are drawn hollow. */
  readonly counted: boolean;
  readonly latest: boolean;
}

export interface Strip {
  readonly bars: readonly StripBar[];
  readonly baseline?: number;
  readonly budget?: number;
}

/** A bar wider than a thumb says nothing more: a strip shows the newest loads. */
export const STRIP_LOADS = 24;

/** A budget further away than this would flatten the bars; the tile says it in words anyway. */
const BUDGET_IN_SIGHT = 1.6;

const HEADROOM = 1.08;

interface StripInput {
  /** Oldest first; of the cohort that is shown. */
  readonly visits: readonly JudgedVisit[];
  readonly metric: MetricName;
  readonly baseline: number | undefined;
  readonly budget: number | undefined;
}

/** The recent values of one metric from zero, so that heights compare honestly. Undefined below two values. */
export function deriveStrip({ visits, metric, baseline, budget }: StripInput): Strip | undefined {
  const measured = visits
    .filter(({ snapshot }) => snapshot.metrics[metric] !== undefined)
    .slice(-STRIP_LOADS);
  if (measured.length < 2) return undefined;
  const values = measured.map(({ snapshot }) => snapshot.metrics[metric] ?? 0);
  const highest = Math.max(...values, baseline ?? 0);
  const inSight = budget !== undefined && budget > 0 && budget <= highest * BUDGET_IN_SIGHT;
  const top = Math.max(highest, inSight ? budget : 0) * HEADROOM;
  const scale = (value: number): number => (top === 0 ? 0 : value / top);
  const newest = visits.at(-1)?.snapshot.visitId;
  return {
    bars: measured.map(({ snapshot, judgement }, index) => ({
      visitId: snapshot.visitId,
      height: scale(values[index] ?? 0),
      counted: judgement.excluded.length === 0,
      latest: snapshot.visitId === newest,
    })),
    ...(baseline !== undefined && { baseline: scale(baseline) }),
    ...(inSight && { budget: scale(budget) }),
  };
}
