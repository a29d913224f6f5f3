import type { Cause, MetricDiff } from '../../src/domain/cause.ts';
import type { PageComparison } from '../../src/domain/compare-reports.ts';
import { tellCause } from '../../src/domain/formats/cause-words.ts';

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
  const described = causes.map((cause) => describeCause(cause, { current }));
  return { verdict, unit, delta, baseline, current, causes: described, unexplained };
}

function describeCause(cause: Cause, diff: Pick<MetricDiff, 'current'>): object {
  const { kind, resource, resources, contribution, range, share, confidence } = cause;
  const { whatIf, alternatives } = cause;
  const { evidence, advice } = tellCause(cause, diff);
  const measured = { kind, resource, resources, contribution, range, share, confidence };
  return { ...measured, evidence, advice, whatIf, alternatives };
}
