import type { BaselineRow, CohortStanding } from '../../src/domain/baseline.ts';
import type { MetricName } from '../../src/domain/metric.ts';
import type { PageState } from '../../src/domain/page-state.ts';
import { findRule, type RuleName } from '../../src/domain/rules.ts';
import type { JudgedVisit } from '../../src/domain/select-baseline.ts';
import { formatMoment, formatRelative, formatValue } from '../format.ts';
import { type MessageKey, text, textOfCount } from '../text.ts';
import { type CohortStatus, deriveCohortStatus } from './cohort-status.ts';
import { isNotableDrift, isReplaced, measureDrift } from './drift.ts';
import { nameMetric } from './metric-words.ts';
import { describeCohort } from './words.ts';

export interface Baseline extends CohortStatus {
  readonly cohort: string;
  /** "Reload · cold cache". */
  readonly kind: string;
  readonly loads: string;
  readonly name?: string;
  /** The build that its latest load names, which may serve as a name. */
  readonly build?: string;
  readonly pinned: boolean;
  readonly canUndo: boolean;
  /** Rules without a life cycle can only be told to accept. */
  readonly canChange: boolean;
  /** Newest first: "Accepted 14:02:11 (LCP was 1,180 ms)". */
  readonly changes: readonly string[];
  /** "LCP +9 % since the first baseline", where accepting again and again adds up. */
  readonly drift?: string;
}

const CHANGE_WORDS: Readonly<Record<BaselineRow['why'], MessageKey>> = {
  learnt: 'didLearn',
  'learnt-lower': 'didLearnLower',
  accept: 'didAccept',
  name: 'didName',
  pin: 'didPin',
  unpin: 'didUnpin',
  reset: 'didReset',
  undo: 'didUndo',
};

/** The baseline of every cohort of the page, that of the latest load first. */
export function deriveBaselines(state: PageState, visits: readonly JudgedVisit[], now: number): Baseline[] {
  const rule = findRule(state.rule as RuleName);
  return Object.entries(state.cohorts)
    .sort(([a], [b]) => Number(b === state.latest?.cohort) - Number(a === state.latest?.cohort))
    .map(([key, cohort]): Baseline => {
      const latest = visits.find(({ snapshot }) => snapshot.visitId === cohort.latestVisit);
      const standing = rule.describe?.(cohort.current.rule);
      const drift = standing && describeDrift(standing);
      return {
        ...deriveCohortStatus(state, cohort, latest?.judgement),
        cohort: key,
        kind: describeCohort(key),
        loads: textOfCount('loads', cohort.current.samples),
        ...(standing?.name !== undefined && { name: standing.name }),
        ...(latest?.snapshot.document.build && { build: latest.snapshot.document.build }),
        pinned: standing?.pinned ?? false,
        canUndo: standing?.canUndo ?? false,
        canChange: rule.changeBaseline !== undefined,
        changes: describeChanges(standing?.history ?? [], visits, now),
        ...(drift !== undefined && { drift }),
      };
    });
}

/** What was learnt has the moment of its visit, while that is still read; what two metrics learnt at once is one line. */
function describeChanges(
  rows: readonly BaselineRow[],
  visits: readonly JudgedVisit[],
  now: number,
): string[] {
  const lines = rows.toReversed().map((row) => {
    const visit = visits.find(({ snapshot }) => snapshot.visitId === row.visitId);
    return describeChange(row, row.at ?? visit?.snapshot.startedAt, now);
  });
  return lines.filter((line, index) => line !== lines[index - 1]);
}

function describeChange({ why, name, from }: BaselineRow, at: number | undefined, now: number): string {
  const lcp = from.largestContentfulPaint;
  return [
    text(CHANGE_WORDS[why]),
    name === undefined ? '' : text('quoted', name),
    at === undefined ? '' : formatMoment(at, now),
    lcp === undefined || why === 'name' ? '' : text('lcpWas', formatValue(lcp, 'ms')),
  ]
    .filter((part) => part !== '')
    .join(' ');
}

/** The metric that has drifted furthest from the first baseline ever learnt. */
function describeDrift({ metrics, history }: CohortStanding): string | undefined {
  if (!isReplaced(history)) return undefined;
  const drifts = Object.entries(metrics).flatMap(([name, { drift }]) =>
    drift && isNotableDrift(drift) ? [{ name: name as MetricName, share: measureDrift(drift) ?? 0 }] : [],
  );
  const [worst] = drifts.sort((a, b) => b.share - a.share);
  if (!worst || worst.share < 0) return undefined;
  return text('driftSince', nameMetric(worst.name), formatRelative(worst.share, 1) ?? '');
}
