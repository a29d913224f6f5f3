import type { FaultTruth } from '../../lab/fault.ts';
import type { Cause, Comparison } from '../../src/domain/cause.ts';
import { explain } from '../../src/domain/explain.ts';
import { METRIC_NAMES, type MetricName } from '../../src/domain/metric.ts';
import { selectBaseline, selectCurrent } from '../../src/domain/select-baseline.ts';
import type { VisitRow } from '../../src/store/schema.ts';

/** Why the latest load differs from its baseline, as the panel shows it. */
export function explainLatest(visits: readonly VisitRow[], latest: VisitRow): Comparison {
  return explain(selectBaseline(visits, latest), selectCurrent(visits, latest), latest.judgement.metrics);
}

export interface Named {
  readonly metric: MetricName;
  readonly cause: Cause;
}

/** The metric in which the planted fault was named as the top cause; undefined when it was in none. */
export function findNamedFault(comparison: Comparison, { causes, metrics }: FaultTruth): Named | undefined {
  for (const metric of METRIC_NAMES.filter((name) => metrics.includes(name))) {
    const diff = comparison.metrics[metric];
    const cause = diff?.verdict === 'regressed' ? diff.causes[0] : undefined;
    const right = causes.some(
      ({ where, kinds }) =>
        cause && where instanceof RegExp && where.test(cause.resource ?? '') && kinds.includes(cause.kind),
    );
    if (cause && right) return { metric, cause };
  }
  return undefined;
}
