import { isMuchUnexplained, type MetricDiff, type MetricDiffs, type ResourceDiff } from '../cause.ts';
import { METRICS } from '../metric.ts';
import { METRIC_ORDER } from '../metric-order.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Verdict } from '../verdict.ts';
import { amountText } from './words.ts';

interface Content {
  readonly baseline: readonly Snapshot[];
  readonly current: readonly Snapshot[];
  readonly verdict: Verdict;
  readonly metrics: MetricDiffs;
  readonly resources: ResourceDiff;
}

/**
 * The comparison in one or two sentences: the most important metric that changed and its largest cause; else what can be said instead. A
 * missing baseline, unchanged resources and a baseline without resources are each told by name.
 */
export function summarizeComparison(content: Content): string {
  const { baseline, current } = content;
  if (current.length === 0) return 'There is no load to compare: load the page first.';
  if (baseline.length === 0) return 'There is no baseline yet: load the page a few times, then compare.';
  return [summarizeMetrics(content), summarizeResources(content)].filter(Boolean).join(' ');
}

function summarizeMetrics({ metrics, verdict }: Content): string {
  const [worst] = listByVerdict(metrics, verdict);
  if (verdict === 'needs-more-loads') return 'More loads are needed before anything can be said.';
  if (verdict !== 'regressed' && verdict !== 'improved') return 'No metric changed beyond its noise.';
  if (!worst) return '';
  const { label, diff } = worst;
  const { unit, delta, causes, unexplained } = diff;
  const change = `${label} ${verdict === 'regressed' ? 'regressed' : 'improved'} by ${amountText(delta, unit)}`;
  const [cause] = causes;
  const rest = `${amountText(unexplained, unit)} is not explained by what was recorded`;
  if (!cause) return `${change}; ${rest}.`;
  const reason = `${cause.summary} (${amountText(cause.contribution, unit)})`;
  return isMuchUnexplained(diff) ? `${change}: ${rest}; ${reason}.` : `${change}: ${reason}.`;
}

/** Metrics of one verdict: those with a cause first, which are worth more to the reader, then by importance. */
function listByVerdict(metrics: MetricDiffs, verdict: Verdict): { label: string; diff: MetricDiff }[] {
  const listed = METRIC_ORDER.flatMap((name) => {
    const diff = metrics[name];
    return diff?.verdict === verdict ? [{ label: METRICS[name].label, diff }] : [];
  });
  const known = listed.filter(({ diff }) => diff.causes.length > 0);
  return [...known, ...listed.filter(({ diff }) => diff.causes.length === 0)];
}

function summarizeResources({ baseline, resources }: Content): string {
  if (baseline.every((snapshot) => snapshot.resources.length === 0))
    return 'The baseline has no resources recorded, so every resource counts as added.';
  const changed = Object.values(resources).some((rows) => rows.length > 0);
  return changed ? '' : 'No resource changed.';
}
