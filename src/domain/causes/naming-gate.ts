import type { Cause, MetricDiff } from '../cause.ts';
import { LONG_TASK } from '../measure.ts';
import { METRICS, type MetricName } from '../metric.ts';
import type { Verdict } from '../verdict.ts';
import type { CombinedCause } from './combine.ts';
import { findDefinition } from './registry.ts';
import { SMALLEST_CAUSE, smallestCauseOf } from './smallest-cause.ts';

export interface NamingContext {
  readonly name: MetricName;
  readonly verdict: Verdict;
  readonly delta: number;
  /** Median of the baseline. */
  readonly baseline: number;
  /** Whether both sides have several loads, so that their scatter is known. */
  readonly replicated: boolean;
  /** Standard error of the difference, by the scatter within either side; 0 where it is not known. */
  readonly scatter: number;
}

type Unit = MetricDiff['unit'];

/**
 * A cause has at least `SMALLEST_CAUSE`, or less where it explains a small confirmed change; and this share: of the
 * change where it is confirmed, else of the metric, whose noise it must exceed.
 */
const SMALLEST_SHARE = 0.05;

/** Added to the standard error, so that few pairs that happen to agree are not taken for certainty. */
const ERROR_FLOOR: Readonly<Record<Unit, number>> = { ms: 8, bytes: 100, count: 0.1, score: 0.0005 };

/** Whether a task is a long one hangs on a few ms, so that the count of a quiet page goes from none to one and back. */
const LONG_TASKS_FLOOR = 0.5;

/**
 * Means per standard error. On loads of one build, no cause passes 2 with a presence of 60 %; of causes injected on
 * purpose, three of four between 2 and 4 and all but one in fifty beyond were true.
 */
const LIKELY = 2;
const CONFIRMED = 4;

/**
 * Where a rule has confirmed the change, a cause may be named that is merely possible. Where it has not, a fact of the
 * page must be likely, and a mere timing beyond doubt: the machine drifts from one set of loads to the next.
 */
const POSSIBLE = 1;

/**
 * Pairs are made by rank, so that they agree more closely than the loads they are made of: what they show of a mere
 * timing must also stand out from the scatter within either side where no rule has confirmed the change.
 */
const BEYOND_SCATTER = 3;

const PRESENCE = { unconfirmed: 0.6, confirmed: 0.5 };

/** Causes listed of one metric; a page that changed in more ways is another page. */
const MOST_CAUSES = 20;

/** Chooses which causes are named, by falling share of the change; the rest belongs to what is unexplained. */
export function selectNamed(causes: readonly CombinedCause[], context: NamingContext): CombinedCause[] {
  const direction = context.delta < 0 ? -1 : 1;
  return causes
    .filter((cause) => isLargeEnough(cause, context) && isTrustworthy(cause, context))
    .sort((a, b) => direction * (b.value - a.value))
    .slice(0, MOST_CAUSES);
}

/**
 * high: confirmed by several loads, or a fact of the page that one pair shows. medium: likely. low: possible.
 * A mere timing of a single load is never more than likely.
 */
export function rateConfidence(
  cause: CombinedCause,
  { name, replicated }: NamingContext,
): Cause['confidence'] {
  const { part } = cause;
  const structural = isStructural(cause);
  if (!replicated) {
    const size = Math.min(1, Math.abs(cause.value) / SMALLEST_CAUSE[METRICS[name].unit]);
    const score = part.certainty * size;
    if (score >= 0.75) return structural ? 'high' : 'medium';
    return score >= 0.45 ? 'medium' : 'low';
  }
  const errors = standardErrors(cause, name);
  if (errors >= CONFIRMED && part.certainty >= 0.45) return 'high';
  return errors >= LIKELY ? 'medium' : 'low';
}

function isLargeEnough({ value }: CombinedCause, { name, delta, baseline, verdict }: NamingContext): boolean {
  const { unit } = METRICS[name];
  const reference = isConfirmed(verdict) || unit !== 'ms' ? Math.abs(delta) : baseline;
  const explains = isConfirmed(verdict) && value * delta > 0;
  const smallest = explains ? smallestCauseOf(delta, unit) : SMALLEST_CAUSE[unit];
  return Math.abs(value) >= Math.max(smallest, SMALLEST_SHARE * reference);
}

function isTrustworthy(cause: CombinedCause, context: NamingContext): boolean {
  const { name, verdict, scatter } = context;
  const { shown, of } = cause.presence;
  if (contradictsItself(cause)) return false;
  if (of < 3) return true;
  const confirmed = isConfirmed(verdict);
  if (shown < of * (confirmed ? PRESENCE.confirmed : PRESENCE.unconfirmed)) return false;
  const seen = Math.abs(cause.value) - unseenOf(context);
  const noise = Math.max(SMALLEST_CAUSE[METRICS[name].unit], BEYOND_SCATTER * scatter);
  if (!confirmed && !isStructural(cause) && seen < noise) return false;
  const needed = confirmed ? POSSIBLE : isStructural(cause) ? LIKELY : CONFIRMED;
  return standardErrors(cause, name) >= needed;
}

/**
 * Tasks below 50 ms are not seen: where the loads of one side have no long task, the longest may have changed by that
 * much less than its value did.
 */
function unseenOf({ name, baseline, delta }: NamingContext): number {
  const isCensored = name === 'longestTask' && (baseline === 0 || baseline + delta === 0);
  return isCensored ? LONG_TASK : 0;
}

/** Nobody believes that something got slower because something else became faster: such a share is not explained. */
function contradictsItself({ part, value }: CombinedCause): boolean {
  const { time, factor } = part.facts;
  const slower = time ? time.current - time.baseline : (factor ?? 1) - 1;
  return findDefinition(part.kind).nature === 'timing' && slower * value < 0;
}

function isStructural({ part }: CombinedCause): boolean {
  return findDefinition(part.kind).nature === 'structural';
}

function standardErrors({ mean, error = 0 }: CombinedCause, name: MetricName): number {
  const floor = name === 'longTasks' ? LONG_TASKS_FLOOR : ERROR_FLOOR[METRICS[name].unit];
  return Math.abs(mean) / (error + floor);
}

function isConfirmed(verdict: Verdict): boolean {
  return verdict === 'regressed' || verdict === 'improved';
}
