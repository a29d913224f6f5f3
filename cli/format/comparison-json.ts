import type { Cause, MetricDiff } from '../../src/domain/cause.ts';
import type { PageComparison } from '../../src/domain/compare-reports.ts';

/**
 * The comparison as a document for programs. That of the first page, which is the worst, stands at the top level; when
 * there are more, `page` names it and `otherPages` holds the others in the same shape.
 */
export function formatComparisonJson(comparisons: readonly PageComparison[]): string {
  const [worst, ...others] = comparisons;
  if (!worst) throw new RangeError('no comparison to format');
  const document =
    others.length === 0
      ? describeComparison(worst)
      : {
          ...describeComparison(worst),
          page: worst.page,
          otherPages: others.map((other) => ({ page: other.page, ...describeComparison(other) })),
        };
  return `${JSON.stringify(document, null, 2)}\n`;
}

function describeComparison({ verdict, metrics, resources }: PageComparison): object {
  const described = Object.entries(metrics).map(([name, diff]) => [name, describeMetric(diff)]);
  return { verdict, metrics: Object.fromEntries(described), resources };
}

function describeMetric({
  verdict,
  unit,
  delta,
  baseline,
  current,
  causes,
  unexplained,
}: MetricDiff): object {
  return { verdict, unit, delta, baseline, current, causes: causes.map(describeCause), unexplained };
}

function describeCause({ summary: _summary, ...cause }: Cause): object {
  const { kind, resource, resources, contribution, range, share, confidence } = cause;
  const { evidence, advice, whatIf, alternatives } = cause;
  const measured = { kind, resource, resources, contribution, range, share, confidence };
  return { ...measured, evidence, advice, whatIf, alternatives };
}
