import type { Cause, ResourceDiff } from '../../src/domain/cause.ts';
import type { PageComparison } from '../../src/domain/compare-reports.ts';
import { METRICS } from '../../src/domain/metric.ts';
import {
  type ComparisonRow,
  listComparisonRows,
  listRegressedRows,
} from '../../src/domain/formats/comparison-rows.ts';
import { tellAlternatives, tellCause, tellRest, tellSaving } from '../../src/domain/formats/cause-words.ts';
import { listResourceLines } from '../../src/domain/formats/resource-rows.ts';
import { sayCause } from '../../src/domain/words/say-english.ts';
import { createPaint, type Paint, paintVerdict } from './paint.ts';
import { printable } from '../../src/domain/formats/printable.ts';
import { formatParts } from './parts-text.ts';
import { alignTable } from './table.ts';
import { formatDelta, formatPlural, formatShare } from '../../src/domain/formats/value.ts';

/** A reader of a terminal looks at the first causes; all of them are in the JSON. */
const MOST_CAUSES = 5;
const MOST_RESOURCES = 20;

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
  const lines = [title, paint.dim(cohort), ...(summary ? [printable(sayCause(summary))] : []), ''];
  const rows = listComparisonRows(comparison);
  lines.push(...formatRows(rows, paint));
  for (const row of listRegressedRows(comparison)) {
    const parts = comparison.parts?.[row.name];
    lines.push('', ...formatCauses(row, paint), ...(parts ? formatParts(parts, row.diff.unit) : []));
  }
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
  const { causes, unit, delta } = diff;
  const lines = [paint.bold(`Why ${METRICS[name].title} changed by ${formatDelta(delta, unit)}`)];
  causes.slice(0, MOST_CAUSES).forEach((cause, i) => lines.push(...formatCause(cause, i + 1, diff)));
  const more = causes.length - MOST_CAUSES;
  if (more > 0) lines.push(`     and ${formatPlural(more, 'smaller cause')}`);
  const rest = tellRest(diff);
  return rest === undefined ? lines : [...lines, `     ${rest}`];
}

function formatCause(cause: Cause, rank: number, diff: ComparisonRow['diff']): string[] {
  const { contribution, share } = cause;
  const { summary, evidence, advice, confidence } = tellCause(cause, diff);
  const head = `${formatDelta(contribution, diff.unit)} (${formatShare(share)}, ${confidence})`;
  const saving = tellSaving(cause, diff.unit);
  const others = tellAlternatives(cause, diff.unit);
  return [
    `  ${rank}. ${printable(summary)}: ${head}`,
    ...evidence.map((fact) => `     ${printable(fact)}`),
    `     > ${printable(advice)}${saving && ` (${saving})`}`,
    ...(others ? [`       or ${others}`] : []),
  ];
}

const RESOURCE_COLUMNS = [
  { title: '  Change', align: 'left' },
  { title: 'Resource', align: 'left' },
  { title: 'Type', align: 'left' },
  { title: 'Size', align: 'right' },
  { title: 'Duration', align: 'right' },
  { title: '', align: 'left' },
] as const;

function formatResources(resources: ResourceDiff, paint: Paint): string[] {
  const lines = listResourceLines(resources);
  if (lines.length === 0) return [];
  const rows = lines
    .slice(0, MOST_RESOURCES)
    .map(({ change, name, type, size, duration, note }) => [
      `  ${change}`,
      printable(name),
      type,
      size,
      duration,
      printable(note),
    ]);
  const [header = '', ...table] = alignTable(RESOURCE_COLUMNS, rows);
  const more = lines.length - rows.length;
  return [
    '',
    paint.bold('Resources that changed'),
    paint.dim(header),
    ...table,
    ...(more > 0 ? [`  and ${more} more: all are in the JSON`] : []),
  ];
}
