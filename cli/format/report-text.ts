import { classifyCohort } from '../../src/domain/cohort.ts';
import { METRIC_NAMES, METRICS } from '../../src/domain/metric.ts';
import type { Report, ReportPage } from '../../src/domain/report.ts';
import { isLowerBound } from '../../src/domain/provenance.ts';
import { median } from '../../src/domain/statistics.ts';
import { createPaint, type Paint } from './paint.ts';
import { printable } from '../../src/domain/formats/printable.ts';
import { alignTable } from './table.ts';
import { formatPlural, formatValue } from '../../src/domain/formats/value.ts';

const COLUMNS = [
  { title: 'Metric', align: 'left' },
  { title: 'Median', align: 'right' },
  { title: 'Least', align: 'right' },
  { title: 'Most', align: 'right' },
  { title: 'Loads', align: 'right' },
] as const;

/**
 * What the pages of a report cost: the median of each metric, and how far the loads lie apart. "≥" where another site
 * hides sizes that belong to it.
 */
export function formatReportText(report: Report, colour: boolean): string {
  const paint = createPaint(colour);
  return `${report.pages.map((page) => formatPage(page, paint)).join('\n\n')}\n`;
}

function formatPage({ key, visits }: ReportPage, paint: Paint): string {
  const rows = METRIC_NAMES.flatMap((name) => {
    const values = visits.flatMap(({ metrics }) => metrics[name] ?? []);
    if (values.length === 0) return [];
    const { label, unit } = METRICS[name];
    const numbers = [median(values), Math.min(...values), Math.max(...values)];
    const least = visits.some((visit) => isLowerBound(visit, name)) ? '≥ ' : '';
    return [[label, ...numbers.map((value) => least + formatValue(value, unit)), String(values.length)]];
  });
  const [header = '', ...lines] = alignTable(COLUMNS, rows);
  const cohorts = [...new Set(visits.map((visit) => classifyCohort(visit).key))].join(', ');
  const title = `${paint.bold(printable(key))}  ${paint.dim(`${cohorts}, ${formatPlural(visits.length, 'load')}`)}`;
  return [title, paint.dim(header), ...lines].join('\n');
}
