import type { Cause } from '../cause.ts';
import type { PageComparison } from '../compare-reports.ts';
import { METRICS } from '../metric.ts';
import { sayCause } from '../words/say-english.ts';
import { tellAlternatives, tellCause, tellRest, tellSaving } from './cause-words.ts';
import { type ComparisonRow, listComparisonRows, listRegressedRows } from './comparison-rows.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { listResourceLines, type ResourceLine } from './resource-rows.ts';
import { formatDelta, formatShare } from './value.ts';

/** A comment on a pull request is skimmed: three causes a metric. */
const MOST_CAUSES = 3;
const MOST_RESOURCES = 50;

export function formatComparisonMarkdown(comparisons: readonly PageComparison[]): string {
  return `${comparisons.map(formatPage).join('\n\n')}\n`;
}

function formatPage(comparison: PageComparison): string {
  const { page, verdict, summary, resources } = comparison;
  const rows = listComparisonRows(comparison);
  return [
    `### ${escapeMarkdown(page)}: ${verdict.replaceAll('-', ' ')}`,
    ...(summary ? ['', escapeMarkdown(sayCause(summary))] : []),
    '',
    '| Metric | Baseline | Now | Change | Verdict |',
    '| --- | ---: | ---: | ---: | --- |',
    ...rows.map(formatRow),
    ...listRegressedRows(comparison).flatMap(formatCauses),
    ...formatResources(listResourceLines(resources)),
  ].join('\n');
}

function formatRow({ label, baseline, current, delta, relative, diff, verdict }: ComparisonRow): string {
  const change = relative === '' ? delta : `${delta} (${relative})`;
  const said = diff.verdict === 'regressed' ? `**${verdict}**` : verdict;
  return `| ${label} | ${baseline} | ${current} | ${change} | ${said} |`;
}

function formatCauses({ name, diff }: ComparisonRow): string[] {
  const { causes, unit, delta } = diff;
  const rest = tellRest(diff);
  return [
    '',
    `**Why ${METRICS[name].title} changed by ${formatDelta(delta, unit)}**`,
    '',
    ...causes.slice(0, MOST_CAUSES).map((cause, i) => `${i + 1}. ${formatCause(cause, diff)}`),
    ...(rest === undefined ? [] : [`- ${rest}`]),
  ];
}

function formatCause(cause: Cause, diff: ComparisonRow['diff']): string {
  const { contribution, share } = cause;
  const { summary, evidence, advice, confidence } = tellCause(cause, diff);
  const part = `${formatDelta(contribution, diff.unit)} (${formatShare(share)}, ${confidence})`;
  const saving = [tellSaving(cause, diff.unit), tellAlternatives(cause, diff.unit)]
    .filter(Boolean)
    .join('; or ');
  const facts = evidence.map((fact) => `\n   - ${escapeMarkdown(fact)}`);
  return `${escapeMarkdown(summary)}: ${part}. ${escapeMarkdown(advice)}${saving && ` (${saving})`}${facts.join('')}`;
}

/** Folded: a redesigned page changes hundreds of files, and the causes have named those that matter. */
function formatResources(lines: readonly ResourceLine[]): string[] {
  if (lines.length === 0) return [];
  const rows = lines
    .slice(0, MOST_RESOURCES)
    .map(({ change, name, size, duration, note }) =>
      [change, escapeMarkdown(name), size, duration, escapeMarkdown(note)].join(' | '),
    );
  const more = lines.length - rows.length;
  return [
    '',
    `<details><summary>Resources that changed: ${lines.length}</summary>`,
    '',
    '| Change | Resource | Size | Duration | |',
    '| --- | --- | ---: | ---: | --- |',
    ...rows.map((row) => `| ${row} |`),
    ...(more > 0 ? [`| | and ${more} more | | | |`] : []),
    '',
    '</details>',
  ];
}
