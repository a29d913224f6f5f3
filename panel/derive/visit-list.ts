import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import { isLowerBound } from '../../src/domain/provenance.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatCount, formatMoment, formatValue } from '../format.ts';
import { text } from '../text.ts';
import { deriveFlags, type Flag } from './flags.ts';
import { isLearning } from './learning.ts';
import { METRIC_ORDER } from '../../src/domain/metric-order.ts';
import { nameMetric } from './metric-words.ts';
import { deriveStatus, type Status, type Tone } from './status.ts';
import { describeCohort } from './words.ts';

/** Metrics that every row of the list shows. */
export const LIST_METRICS: readonly MetricName[] = [
  'largestContentfulPaint',
  'cumulativeLayoutShift',
  'totalBlockingTime',
  'load',
  'transferSize',
  'requests',
];

interface VisitCell {
  readonly metric: MetricName;
  readonly label: string;
  readonly value: string;
  readonly status: Status;
}

export interface VisitItem {
  readonly visitId: string;
  readonly moment: string;
  readonly cells: readonly VisitCell[];
  readonly cohort: string;
  readonly flags: readonly Flag[];
  readonly mark: {
    readonly tone: Tone;
    /** What is over its budget has not therefore got worse. */
    readonly isOver?: boolean;
    readonly text: string;
    readonly more?: string;
  };
}

export interface VisitListInput {
  /** Oldest first. */
  readonly visits: readonly JudgedVisit[];
  /** The visit whose page is still on the screen. */
  readonly openVisit: string | undefined;
  readonly now: number;
}

/** The loads of a page, newest first. */
export function deriveVisitList({ visits, openVisit, now }: VisitListInput): VisitItem[] {
  return visits.toReversed().map((visit) => ({
    visitId: visit.snapshot.visitId,
    moment: formatMoment(visit.snapshot.startedAt, now),
    cells: LIST_METRICS.map((metric) => cellOf(visit, metric)),
    cohort: describeCohort(visit.judgement.cohort),
    flags: deriveFlags(visit, visit.snapshot.visitId === openVisit).filter(({ key }) => key !== 'cohort'),
    mark: markOf(visit),
  }));
}

function cellOf({ snapshot, judgement }: JudgedVisit, metric: MetricName): VisitCell {
  const value = snapshot.metrics[metric];
  const budget = judgement.budgets.find(({ key }) => key === metric);
  const { unit } = METRICS[metric];
  const status = deriveStatus({ value, verdict: judgement.metrics[metric], budget, unit });
  const least = isLowerBound(snapshot, metric) ? '≥ ' : '';
  return {
    metric,
    label: nameMetric(metric),
    value: value === undefined ? '–' : least + formatValue(value, unit),
    status,
  };
}

function markOf({ judgement }: JudgedVisit): VisitItem['mark'] {
  if (judgement.excluded.length > 0) return { tone: 'quiet', text: text('statusNotJudged') };
  const verdicts = Object.values(judgement.metrics);
  const [worst, ...others] = METRIC_ORDER.filter(
    (metric) => judgement.metrics[metric]?.verdict === 'regressed',
  );
  const broken = judgement.budgets.filter(({ status }) => status === 'broken').length;
  const over = broken > 0 ? text('overCount', formatCount(broken)) : undefined;
  if (worst) {
    const name = nameMetric(worst);
    const names = others.length > 0 ? text('markAndMore', name, formatCount(others.length)) : name;
    const regressed = text('markRegressed', names);
    return { tone: 'bad', text: regressed, ...(over !== undefined && { more: over }) };
  }
  if (over !== undefined) return { tone: 'bad', isOver: true, text: over };
  if (verdicts.some(({ suspected }) => suspected)) return { tone: 'warn', text: text('statusSuspected') };
  if (isLearning(judgement)) return { tone: 'wait', text: text('statusLearning') };
  const improved = verdicts.some(({ verdict }) => verdict === 'improved');
  return { tone: 'good', text: text(improved ? 'statusImproved' : 'markFine') };
}
