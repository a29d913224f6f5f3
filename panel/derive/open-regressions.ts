import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { MonitorEvent, PageState } from '../../src/domain/page-state.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import type { Comparison } from '../../src/domain/cause.ts';
import { formatDelta, formatRelative } from '../format.ts';
import { say } from '../say.ts';
import { text, textOfCount } from '../text.ts';
import { nameMetric } from './metric-words.ts';
import { METRIC_ORDER } from '../../src/domain/metric-order.ts';
import { describeCohort } from './words.ts';

export interface OpenRegression {
  readonly metric: MetricName;
  readonly label: string;
  readonly cohort: string;
  readonly cohortText: string;
  /** Of the same cohort as the latest load. */
  readonly ofLatestKind: boolean;
  readonly delta?: string;
  readonly relative?: string;
  /** "since this load", "for 3 loads". */
  readonly since?: string;
  /** The visit to explain: the newest of the cohort. */
  readonly visitId?: string;
  readonly cause?: string;
}

export interface OpenRegressionsInput {
  readonly state: PageState;
  /** Oldest first. */
  readonly visits: readonly JudgedVisit[];
  readonly events: readonly { readonly visitId: string; readonly event: MonitorEvent }[];
  /** What explains the latest load, if it is known already. */
  readonly comparison: Comparison | undefined;
}

/**
 * Every regression that is open on the page, over all its cohorts, those of the latest load's cohort first. A cause that
 * stands on the line above already is not told again.
 */
export function deriveOpenRegressions(input: OpenRegressionsInput): OpenRegression[] {
  const own = input.state.latest?.cohort;
  const regressions = Object.entries(input.state.cohorts)
    .sort(([a], [b]) => Number(b === own) - Number(a === own))
    .flatMap(([cohort, { current }]) =>
      METRIC_ORDER.filter((metric) => current.regressed.includes(metric)).map((metric) =>
        describe(metric, cohort, input),
      ),
    );
  return regressions.map((regression, i) => {
    const isSame = regression.cause !== undefined && regression.cause === regressions[i - 1]?.cause;
    return isSame ? { ...regression, cause: text('sameCause') } : regression;
  });
}

function describe(metric: MetricName, cohort: string, input: OpenRegressionsInput): OpenRegression {
  const visits = input.visits.filter(
    ({ judgement }) => judgement.cohort === cohort && judgement.excluded.length === 0,
  );
  const newest = visits.findLast(({ judgement }) => judgement.metrics[metric]?.delta !== undefined);
  const verdict = newest?.judgement.metrics[metric];
  const { unit } = METRICS[metric];
  const relative = formatRelative(verdict?.delta, verdict?.baseline?.value);
  const since = describeSince(metric, cohort, input.events, visits);
  const cause =
    cohort === input.state.latest?.cohort ? input.comparison?.metrics[metric]?.causes[0] : undefined;
  return {
    metric,
    label: nameMetric(metric),
    cohort,
    cohortText: describeCohort(cohort),
    ofLatestKind: cohort === input.state.latest?.cohort,
    ...(verdict && { delta: formatDelta(verdict.delta, unit) }),
    ...(relative !== undefined && { relative }),
    ...(since !== undefined && { since }),
    ...(newest && { visitId: newest.snapshot.visitId }),
    ...(cause && { cause: say(cause.summary) }),
  };
}

/** From the diary: how many loads of the cohort ago it began. Undefined when that load is no longer kept. */
function describeSince(
  metric: MetricName,
  cohort: string,
  events: OpenRegressionsInput['events'],
  visits: readonly JudgedVisit[],
): string | undefined {
  const opened = events.findLast(
    ({ event }) => event.type === 'regression-opened' && event.metric === metric && event.cohort === cohort,
  );
  const index = visits.findIndex(({ snapshot }) => snapshot.visitId === opened?.visitId);
  if (index < 0) return undefined;
  const loads = visits.length - index;
  return loads === 1 ? text('sinceThisLoad') : textOfCount('forLoads', loads);
}
