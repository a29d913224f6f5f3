import { fingerprintBuild } from '../../src/domain/build-fingerprint.ts';
import type { MetricName, MetricValues } from '../../src/domain/metric.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import type { MetricVerdicts } from '../../src/domain/verdict.ts';

/** As much of a load as its history needs: hundreds of them are held at once. */
export interface HistoryLoad {
  readonly visitId: string;
  readonly startedAt: number;
  readonly cohort: string;
  readonly isJudged: boolean;
  readonly metrics: MetricValues;
  readonly verdicts: MetricVerdicts;
  /** Limits of the metrics that have one. */
  readonly limits: { readonly [Name in MetricName]?: number };
  readonly build?: string;
}

export function pickHistoryLoad({ snapshot, judgement }: JudgedVisit): HistoryLoad {
  const build = fingerprintBuild(snapshot);
  const limits = judgement.budgets.flatMap(({ target, limit }) =>
    target.kind === 'metric' && limit !== undefined ? [[target.metric, limit]] : [],
  );
  return {
    visitId: snapshot.visitId,
    startedAt: snapshot.startedAt,
    cohort: judgement.cohort,
    isJudged: judgement.excluded.length === 0,
    metrics: snapshot.metrics,
    verdicts: judgement.metrics,
    limits: Object.fromEntries(limits) as HistoryLoad['limits'],
    ...(build !== undefined && { build }),
  };
}

/** Older loads and the newest ones, which may have been revised since; oldest first. */
export function mergeLoads(
  older: readonly HistoryLoad[],
  newest: readonly JudgedVisit[],
): readonly HistoryLoad[] {
  const live = newest.map(pickHistoryLoad);
  const known = new Set(live.map(({ visitId }) => visitId));
  return [...older.filter(({ visitId }) => !known.has(visitId)), ...live];
}
