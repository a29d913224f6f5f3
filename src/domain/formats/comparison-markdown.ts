import type { Cause } from '../cause.ts';
import type { PageComparison } from '../compare-reports.ts';
import { METRICS } from '../metric.ts';
import { type ComparisonRow, listComparisonRows, listRegressedRows } from './comparison-rows.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { formatDelta, formatShare } from './value.ts';

/** A comment on a pull request is skimmed: three causes a metric. */
const MOST_CAUSES = 3;

export function formatComparisonMarkdown(comparisons: readonly PageComparison[]): string {
  return `${comparisons.map(formatPage).join('\n\n')}\n`;
}

function formatPage(comparison: PageComparison): string {
  const { page, verdict } = comparison;
  const rows = listComparisonRows(comparison);
  return [
    `### ${escapeMarkdown(page)}: ${verdict.replaceAll('-', ' ')}`,
    '',
    '| Metric | Baseline | Now | Change | Verdict |',
    '| --- | ---: | ---: | ---: | --- |',
    ...rows.map(formatRow),
    ...listRegressedRows(comparison).flatMap(formatCauses),
  ].join('\n');
}

function formatRow({ label, baseline, current, delta, relative, diff, verdict }: ComparisonRow): string {
  const change = relative === '' ? delta : `${delta} (${relative})`;
  const said = diff.verdict === 'regressed' ? `**${verdict}**` : verdict;
  return `| ${label} | ${baseline} | ${current} | ${change} | ${said} |`;
}

function formatCauses({ name, diff }: ComparisonRow): string[] {
  const { causes, unexplained, unit, delta } = diff;
  return [
    '',
    `**Why ${METRICS[name].title} changed by ${formatDelta(delta, unit)}**`,
    '',
    ...causes.slice(0, MOST_CAUSES).map((cause, i) => `${i + 1}. ${formatCause(cause, unit)}`),
    `- ${formatDelta(unexplained, unit)} not explained by what was recorded`,
  ];
}

function formatCause(
  { summary, contribution, share, advice }: Cause,
  unit: ComparisonRow['diff']['unit'],
): string {
  const part = `${formatDelta(contribution, unit)} (${formatShare(share)})`;
  return `${escapeMarkdown(summary)}: ${part}. ${escapeMarkdown(advice)}`;
}
