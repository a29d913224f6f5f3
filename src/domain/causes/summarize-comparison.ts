import { isMuchUnexplained, type MetricDiff, type MetricDiffs, type ResourceDiff } from '../cause.ts';
import { METRICS } from '../metric.ts';
import { METRIC_ORDER } from '../metric-order.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Verdict } from '../verdict.ts';
import { type Amount, type Phrase, phrase } from '../words/phrase.ts';

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
export function summarizeComparison(content: Content): Phrase {
  const { baseline, current } = content;
  if (current.length === 0) return phrase('comparedNoLoad');
  if (baseline.length === 0) return phrase('comparedNoBaseline');
  const [first, second] = [summarizeMetrics(content), summarizeResources(content)];
  return first && second ? phrase('sentences', first, second) : (first ?? second ?? '');
}

function summarizeMetrics({ metrics, verdict }: Content): Phrase | undefined {
  const [worst] = listByVerdict(metrics, verdict);
  if (verdict === 'needs-more-loads') return phrase('comparedTooFew');
  if (verdict !== 'regressed' && verdict !== 'improved') return phrase('comparedAlike');
  if (!worst) return undefined;
  const { label, diff } = worst;
  const { unit, delta, causes, unexplained } = diff;
  const signed = (amount: number): Amount => ({ amount, unit, signed: true });
  const change = phrase(verdict === 'regressed' ? 'regressedBy' : 'improvedBy', label, signed(delta));
  const rest = phrase('leftUnexplained', signed(unexplained));
  const [cause] = causes;
  if (!cause) return phrase('withoutReason', change, rest);
  const reason = [cause.summary, signed(cause.contribution)];
  if (!isMuchUnexplained(diff)) return phrase('withReason', change, ...reason);
  return Math.abs(cause.contribution) > Math.abs(unexplained)
    ? phrase('withReasonFirst', change, ...reason, rest)
    : phrase('withBoth', change, rest, ...reason);
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

function summarizeResources({ baseline, resources }: Content): Phrase | undefined {
  if (baseline.every((snapshot) => snapshot.resources.length === 0)) return phrase('noResourcesBefore');
  const changed = Object.values(resources).some((rows) => rows.length > 0);
  return changed ? undefined : phrase('noResourceChanged');
}
