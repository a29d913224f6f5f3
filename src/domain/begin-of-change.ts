import type { JudgedVisit } from './judged-visit.ts';
import type { MetricName } from './metric.ts';
import { METRIC_ORDER } from './metric-order.ts';
import type { MetricVerdict } from './verdict.ts';

/** A metric that is off its baseline, and which way. */
export interface ChangedMetric {
  readonly name: MetricName;
  readonly verdict: MetricVerdict;
  readonly direction: 'up' | 'down';
}

/**
 * Index at which the change that the last visit shows began. A change is confirmed only some loads after it happened.
 * The loads before that were called suspected, or unchanged where nothing stood out yet; those that a verdict counts as
 * the current ones (`current.n`) belong to it whatever was said of them. A verdict counts the newest loads only, so
 * those of earlier verdicts on the same change are added. Without a change, only the last visit is "current".
 * `visits` are of one cohort and in statistics, oldest first.
 */
export function beginOfChange(visits: readonly JudgedVisit[]): number {
  const last = Math.max(visits.length - 1, 0);
  const changed = listChanged(visits[last]);
  let begin = last;
  for (let index = last; index >= begin; index--) {
    const same = listChanged(visits[index]).filter((metric) => isAmong(changed, metric));
    // What a suspicion rests on is settled by the verdict that confirms it: an earlier one must not reach further back.
    const covering = same.filter(({ verdict }) => index === last || verdict.suspected !== true);
    begin = Math.min(begin, ...covering.map((metric) => beginOfWindow(visits, index, metric)));
    const goesOn = listChanged(visits[index - 1]).some((metric) => isAmong(changed, metric));
    if (goesOn) begin = Math.min(begin, index - 1);
  }
  return begin;
}

/** The change that headlines speak of: what is regressed before what is better, confirmed before suspected. */
export function findLeadingChange(visit: JudgedVisit | undefined): ChangedMetric | undefined {
  const changed = listChanged(visit).sort(
    (a, b) => METRIC_ORDER.indexOf(a.name) - METRIC_ORDER.indexOf(b.name),
  );
  return (
    changed.find(({ verdict }) => verdict.verdict === 'regressed') ??
    changed.find(({ verdict }) => verdict.verdict === 'improved') ??
    changed[0]
  );
}

/** Index of the first of the loads that the verdict of visit `index` counts as current; it counts those that measured. */
export function beginOfWindow(
  visits: readonly JudgedVisit[],
  index: number,
  { name, verdict }: Pick<ChangedMetric, 'name' | 'verdict'>,
): number {
  let missing = verdict.current?.n ?? 1;
  let begin = index;
  for (let i = index; i >= 0 && missing > 0; i--) {
    if (visits[i]?.snapshot.metrics[name] === undefined) continue;
    begin = i;
    missing--;
  }
  return begin;
}

function listChanged(visit: JudgedVisit | undefined): ChangedMetric[] {
  const entries = Object.entries(visit?.judgement.metrics ?? {}) as [MetricName, MetricVerdict][];
  return entries.flatMap(([name, verdict]): ChangedMetric[] => {
    if (verdict.verdict === 'improved') return [{ name, verdict, direction: 'down' }];
    const isWorse = verdict.verdict === 'regressed' || verdict.suspected === true;
    return isWorse ? [{ name, verdict, direction: 'up' }] : [];
  });
}

function isAmong(changed: readonly ChangedMetric[], { name, direction }: ChangedMetric): boolean {
  return changed.some((metric) => metric.name === name && metric.direction === direction);
}
