import type { PageComparison } from '../compare-reports.ts';
import { tellRest } from './cause-words.ts';
import { type ComparisonRow, listComparisonRows } from './comparison-rows.ts';
import { type JunitCase, writeJunit } from './junit.ts';
import { sayCause } from '../words/say-english.ts';
import { formatDelta } from './value.ts';

/** A suite a page, a case a metric; a regressed metric is a failure with its causes. */
export function formatComparisonJunit(comparisons: readonly PageComparison[]): string {
  return writeJunit(
    comparisons.map((comparison) => ({
      name: comparison.page,
      cases: listComparisonRows(comparison).map(describeCase),
    })),
  );
}

function describeCase(row: ComparisonRow): JunitCase {
  const { name, diff, baseline, current, delta } = row;
  if (diff.verdict === 'needs-more-loads') return { name, skipped: 'needs more loads' };
  if (diff.verdict !== 'regressed') return { name };
  const causes = diff.causes.map(
    ({ summary, contribution }) => `${formatDelta(contribution, diff.unit)} ${sayCause(summary)}`,
  );
  return {
    name,
    failure: {
      message: `${baseline} became ${current} (${delta})`,
      details: [...causes, tellRest(diff)].filter((line) => line !== undefined).join('\n'),
    },
  };
}
