import type { BudgetResult } from '../../src/domain/evaluate-budgets.ts';
import type { PageCheck } from '../../src/domain/check-report.ts';
import { describeTarget } from '../../src/domain/formats/describe-target.ts';
import { createPaint, type Paint } from './paint.ts';
import { printable } from '../../src/domain/formats/printable.ts';
import { alignTable } from './table.ts';
import { formatDelta, formatPlural, formatValue } from '../../src/domain/formats/value.ts';

const COLUMNS = [
  { title: 'Budget', align: 'left' },
  { title: 'Limit', align: 'right' },
  { title: 'Median', align: 'right' },
  { title: '', align: 'right' },
  { title: 'Status', align: 'left' },
] as const;

export function formatCheckText(checks: readonly PageCheck[], colour: boolean): string {
  const paint = createPaint(colour);
  return `${checks.map((check) => formatPage(check, paint)).join('\n\n')}\n`;
}

function formatPage({ page, cohort, visits, results }: PageCheck, paint: Paint): string {
  const cells = results.map((result) => [
    printable(describeTarget(result.target)),
    ...formatNumbers(result),
    result.status.replaceAll('-', ' '),
  ]);
  const [header = '', ...lines] = alignTable(COLUMNS, cells);
  return [
    `${paint.bold(printable(page))}  ${paint.dim(`${cohort}, ${formatPlural(visits, 'load')}`)}`,
    paint.dim(header),
    ...lines.map((line, i) => paintStatus(paint, results[i]?.status, line)),
  ].join('\n');
}

/** Limit, median and, where it is broken, by how much. */
export function formatNumbers({ limit, actual, unit, status }: BudgetResult): [string, string, string] {
  const over = status === 'broken' && limit !== undefined && actual !== undefined;
  return [
    limit === undefined ? 'no baseline' : formatValue(limit, unit),
    actual === undefined ? 'not measured' : formatValue(actual, unit),
    over ? formatDelta(actual - limit, unit) : '',
  ];
}

function paintStatus(paint: Paint, status: BudgetResult['status'] | undefined, text: string): string {
  if (status === 'broken') return paint.bad(text);
  return status === 'not-measured' ? paint.dim(text) : text;
}
