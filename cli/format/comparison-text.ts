import type { Cause, ResourceChange, ResourceDiff, WhatIfSaving } from '../../src/domain/cause.ts';
import type { PageComparison } from '../../src/domain/compare-reports.ts';
import { METRICS } from '../../src/domain/metric.ts';
import {
  type ComparisonRow,
  listComparisonRows,
  listRegressedRows,
} from '../../src/domain/formats/comparison-rows.ts';
import { createPaint, type Paint, paintVerdict } from './paint.ts';
import { printable } from '../../src/domain/formats/printable.ts';
import { alignTable } from './table.ts';
import { formatDelta, formatPlural, formatShare, formatValue } from '../../src/domain/formats/value.ts';

/** A reader of a terminal looks at the first causes; all of them are in the JSON. */
const MOST_CAUSES = 5;
const MOST_RESOURCES = 8;

const COLUMNS = [
  { title: 'Metric', align: 'left' },
  { title: 'Baseline', align: 'right' },
  { title: 'Now', align: 'right' },
  { title: 'Change', align: 'right' },
  { title: '', align: 'right' },
  { title: 'Verdict', align: 'left' },
] as const;

export function formatComparisonText(comparisons: readonly PageComparison[], colour: boolean): string {
  const paint = createPaint(colour);
  return `${comparisons.map((comparison) => formatPage(comparison, paint)).join('\n\n')}\n`;
}

function formatPage(comparison: PageComparison, paint: Paint): string {
  const { page, cohort, verdict, resources, summary } = comparison;
  const title = `${paint.bold(printable(page))}  ${paintVerdict(paint, verdict, verdict.replaceAll('-', ' '))}`;
  const lines = [title, paint.dim(cohort), ...(summary ? [printable(summary)] : []), ''];
  const rows = listComparisonRows(comparison);
  lines.push(...formatRows(rows, paint));
  for (const row of listRegressedRows(comparison)) lines.push('', ...formatCauses(row, paint));
  lines.push(...formatResources(resources, paint));
  return lines.join('\n');
}

/** The table is aligned before it is coloured: a colour has no width. */
function formatRows(rows: readonly ComparisonRow[], paint: Paint): string[] {
  const cells = rows.map((row) => [
    row.label,
    row.baseline,
    row.current,
    row.delta,
    row.relative,
    row.verdict,
  ]);
  const [header = '', ...lines] = alignTable(COLUMNS, cells);
  return [
    paint.dim(header),
    ...lines.map((line, i) => paintVerdict(paint, rows[i]?.diff.verdict ?? 'unchanged', line)),
  ];
}

function formatCauses({ name, diff }: ComparisonRow, paint: Paint): string[] {
  const { causes, unexplained, unit, delta } = diff;
  const lines = [paint.bold(`Why ${METRICS[name].title} changed by ${formatDelta(delta, unit)}`)];
  causes.slice(0, MOST_CAUSES).forEach((cause, i) => lines.push(...formatCause(cause, i + 1, unit)));
  const more = causes.length - MOST_CAUSES;
  if (more > 0) lines.push(`     and ${formatPlural(more, 'smaller cause')}`);
  lines.push(`     ${formatDelta(unexplained, unit)} not explained by what was recorded`);
  return lines;
}

function formatCause(cause: Cause, rank: number, unit: ComparisonRow['diff']['unit']): string[] {
  const { summary, contribution, share, confidence, evidence, advice, whatIf, alternatives = [] } = cause;
  const head = `${formatDelta(contribution, unit)} (${formatShare(share)}, ${confidence} confidence)`;
  const saves = whatIf ? ` (${formatSaving(whatIf, unit)})` : '';
  const others = alternatives.map((saving) => formatSaving(saving, unit)).join('; ');
  return [
    `  ${rank}. ${printable(summary)}: ${head}`,
    ...evidence.map((fact) => `     ${printable(fact)}`),
    `     > ${printable(advice)}${saves}`,
    ...(others ? [`       or ${others}`] : []),
  ];
}

/** "defer: saves 300 ms", with the interval where the load leaves it open. */
function formatSaving({ action, saves, range }: WhatIfSaving, unit: ComparisonRow['diff']['unit']): string {
  const words = `${action.replaceAll('-', ' ')}: saves ${formatValue(saves, unit)}`;
  return range
    ? `${words}, between ${formatValue(range[0], unit)} and ${formatValue(range[1], unit)}`
    : words;
}

function formatResources(resources: ResourceDiff, paint: Paint): string[] {
  const kinds = ['added', 'removed', 'resized', 'retimed', 'renamed'] as const;
  const lists = kinds.filter((kind) => resources[kind].length > 0);
  if (lists.length === 0) return [];
  const lines = lists.map((kind) => {
    const names = resources[kind].slice(0, MOST_RESOURCES).map(nameResource);
    const more = resources[kind].length - names.length;
    return `  ${kind}: ${names.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  });
  return ['', paint.bold('Resources'), ...lines];
}

/** Its path on the page's own site, its URL elsewhere. */
function nameResource({ url, party }: ResourceChange): string {
  return printable(party === 'first' && URL.canParse(url) ? new URL(url).pathname : url);
}
