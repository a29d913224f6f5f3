import type { Cause, MetricDiff, ResourceDiff } from '../cause.ts';
import type { PageComparison } from '../compare-reports.ts';
import type { BudgetResult } from '../evaluate-budgets.ts';
import { isLowerBound } from '../provenance.ts';
import { METRIC_NAMES, METRICS, type MetricName } from '../metric.ts';
import type { JudgedVisit } from '../select-baseline.ts';
import { sayCause } from '../words/say-english.ts';
import { tellCause, tellRest, tellSaving } from './cause-words.ts';
import { type ComparisonRow, listComparisonRows, listRegressedRows } from './comparison-rows.ts';
import { describeTarget } from './describe-target.ts';
import { drawBars } from './draw-bars.ts';
import { drawLedger } from './draw-ledger.ts';
import { type Html, html } from './html.ts';
import { REPORT_STYLE } from './report-style.ts';
import { listResourceLines } from './resource-rows.ts';
import { formatDelta, formatPlural, formatShare, formatValue } from './value.ts';

export interface HtmlReport {
  readonly page: string;
  /** Oldest first; the last one is what the report is about. Those of other cohorts are left out. */
  readonly visits: readonly JudgedVisit[];
  /** Absent while there is no baseline. */
  readonly comparison: PageComparison | undefined;
  /** When the latest load began, in the reader's words. */
  readonly measured: string;
  readonly version: string;
}

/** A report is mailed and kept: a table of a thousand rows helps nobody. */
const MOST_RESOURCES = 50;

/**
 * One page's state as a web page of its own: no script, no request, every text escaped. It says what the panel says:
 * values, charts of the loads, what changed since the baseline and why, budgets, resources that changed.
 */
export function formatReportHtml(report: HtmlReport): string {
  const { page, comparison, measured, version } = report;
  const latest = report.visits.at(-1);
  const visits = report.visits.filter(({ judgement }) => judgement.cohort === latest?.judgement.cohort);
  const verdict = comparison?.verdict.replaceAll('-', ' ') ?? 'no baseline yet';
  const document = html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width">
<title>${page}: ${verdict}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<h1>${page}</h1>
<p class="verdict ${comparison?.verdict ?? ''}">${verdict}</p>
<p>${sayCause(comparison?.summary ?? '')}</p>
<p class="muted">${latest?.judgement.cohort ?? ''}, ${formatPlural(visits.length, 'load')}, the latest ${measured}</p>
<h2>Metrics</h2>
${writeMetrics(visits, comparison)}
${comparison ? listRegressedRows(comparison).map(writeCauses) : []}
${latest ? writeBudgets(latest.judgement.budgets) : []}
${comparison ? writeResources(comparison.resources) : []}
<footer class="muted">Performance Budget Monitor ${version}. One browser on one computer: no statement about other visitors.</footer>
</body>
</html>
`;
  return document.markup;
}

function writeMetrics(visits: readonly JudgedVisit[], comparison: PageComparison | undefined): Html {
  const rows = new Map(comparison ? listComparisonRows(comparison).map((row) => [row.name, row]) : []);
  const latest = visits.at(-1);
  const measured = METRIC_NAMES.filter((name) => latest?.snapshot.metrics[name] !== undefined);
  return html`<div class="wide"><table>
<thead><tr><th>Metric<th>Loads<th class="number">Latest<th class="number">Baseline<th class="number">Now<th class="number">Change<th>Verdict</thead>
<tbody>
${measured.map((name) => writeMetric(name, visits, rows.get(name)))}</tbody>
</table></div>`;
}

function writeMetric(name: MetricName, visits: readonly JudgedVisit[], row: ComparisonRow | undefined): Html {
  const { label, title, unit } = METRICS[name];
  const values = visits.map(({ snapshot }) => snapshot.metrics[name]);
  const latest = values.at(-1);
  const shown = visits.at(-1)?.snapshot;
  const least = shown && isLowerBound(shown, name) ? '≥ ' : '';
  return html`<tr><th title="${title}">${label}<td>${drawBars(values, row?.diff.baseline.median)}<td class="number">${
    latest === undefined ? '' : least + formatValue(latest, unit)
  }<td class="number">${row?.baseline ?? ''}<td class="number">${row?.current ?? ''}<td class="number">${
    row ? `${row.delta} ${row.relative}` : ''
  }<td class="${row?.diff.verdict ?? ''}">${row?.verdict ?? ''}
`;
}

function writeCauses({ name, diff }: ComparisonRow): Html {
  const { causes, unit, delta } = diff;
  const rest = tellRest(diff);
  return html`<h2>Why ${METRICS[name].title} changed by ${formatDelta(delta, unit)}</h2>
<div class="wide">${drawLedger(diff)}</div>
<ol>
${causes.map((cause) => writeCause(cause, diff))}</ol>
${rest === undefined ? html`` : html`<p class="muted">${rest}</p>`}
`;
}

function writeCause(cause: Cause, diff: MetricDiff): Html {
  const { contribution, share } = cause;
  const { summary, evidence, advice, confidence } = tellCause(cause, diff);
  const part = `${formatDelta(contribution, diff.unit)} (${formatShare(share)}, ${confidence})`;
  const saving = tellSaving(cause, diff.unit);
  return html`<li><strong>${summary}</strong>: ${part}
${evidence.map((fact) => html`<p class="muted">${fact}</p>`)}<p>${advice}${saving && ` (${saving})`}</p></li>
`;
}

function writeBudgets(results: readonly BudgetResult[]): Html {
  if (results.length === 0) return html``;
  const rows = results.map(({ target, limit, actual, unit, status }) => {
    const most = limit === undefined ? 'no baseline' : formatValue(limit, unit);
    const now = actual === undefined ? 'not measured' : formatValue(actual, unit);
    const tone = status === 'broken' ? 'regressed' : '';
    return html`<tr><th>${describeTarget(target)}<td class="number">${most}<td class="number">${now}<td class="${tone}">${status.replaceAll('-', ' ')}
`;
  });
  return html`<h2>Budgets</h2>
<div class="wide"><table>
<thead><tr><th>Limit on<th class="number">At most<th class="number">Latest<th>Status</thead>
<tbody>
${rows}</tbody>
</table></div>
`;
}

function writeResources(diff: ResourceDiff): Html {
  const lines = listResourceLines(diff);
  if (lines.length === 0) return html``;
  const rows = lines.slice(0, MOST_RESOURCES).map(
    ({ change, name, type, size, duration, note }) => html`<tr><td>${change}<th class="url">${name}${
      note ? html`<br><span class="muted">${note}</span>` : html``
    }<td>${type}<td class="number">${size}<td class="number">${duration}
`,
  );
  const more = lines.length - rows.length;
  return html`<h2>Resources that changed</h2>
<div class="wide"><table>
<thead><tr><th>Change<th>Resource<th>Type<th class="number">Size<th class="number">Duration</thead>
<tbody>
${rows}</tbody>
</table></div>
<p class="muted">${more > 0 ? `and ${formatPlural(more, 'more change')}` : ''}</p>
`;
}
