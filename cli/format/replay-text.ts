import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { MonitorEvent } from '../../src/domain/page-state.ts';
import type { ReplayedPage, ReplayedVisit } from '../../src/domain/replay-report.ts';
import { createPaint, type Paint } from './paint.ts';
import { printable } from '../../src/domain/formats/printable.ts';
import { formatDelta, formatValue } from '../../src/domain/formats/value.ts';
import { summarizeVisit, type VisitVerdict } from './visit-verdict.ts';

/** One line a load, in the order of their arrival: its verdict, and what began or ended with it. */
export function formatReplayText(pages: readonly ReplayedPage[], colour: boolean): string {
  const paint = createPaint(colour);
  return `${pages.map((page) => formatPage(page, paint)).join('\n\n')}\n`;
}

function formatPage({ page, visits }: ReplayedPage, paint: Paint): string {
  const width = String(visits.length).length;
  const lines = visits.map((visit, i) => `${String(i + 1).padStart(width)}  ${formatVisit(visit, paint)}`);
  return [`${paint.bold(printable(page.key))}  ${paint.dim(`rule ${page.rule}`)}`, ...lines].join('\n');
}

function formatVisit({ judgement, events }: ReplayedVisit, paint: Paint): string {
  const verdict = summarizeVisit(judgement);
  const facts = [
    ...(verdict === 'not-judged' ? [judgement.excluded.join(', ')] : []),
    ...(verdict === 'needs-more-loads' ? [describeNeeds(judgement.metrics)] : []),
    ...events.map(describeEvent),
  ];
  const said = paintVisit(paint, verdict, verdict.replaceAll('-', ' '));
  return [judgement.cohort, said, ...facts].join('  ');
}

function describeNeeds(metrics: ReplayedVisit['judgement']['metrics']): string {
  const needs = Object.values(metrics).map((each) => each.needs ?? 0);
  return `${Math.max(0, ...needs)} more`;
}

export function describeEvent(event: MonitorEvent): string {
  switch (event.type) {
    case 'regression-opened': {
      const { label, unit } = METRICS[event.metric];
      const { delta } = event.verdict;
      return `${label} regressed${delta === undefined ? '' : ` ${formatDelta(delta, unit)}`}`;
    }
    case 'regression-resolved':
      return `${METRICS[event.metric].label} resolved`;
    case 'budget-broken': {
      const { key, actual, limit, unit } = event.result;
      const numbers =
        actual === undefined || limit === undefined
          ? ''
          : ` ${formatValue(actual, unit)} > ${formatValue(limit, unit)}`;
      return `budget ${describeKey(key)} broken${numbers}`;
    }
    case 'budget-met':
      return `budget ${describeKey(event.key)} met`;
  }
}

/** A key that is a metric's name is shown by its label. */
function describeKey(key: string): string {
  return Object.hasOwn(METRICS, key) ? METRICS[key as MetricName].label : printable(key);
}

function paintVisit(paint: Paint, verdict: VisitVerdict, text: string): string {
  if (verdict === 'regressed') return paint.bad(text);
  if (verdict === 'improved') return paint.good(text);
  return verdict === 'unchanged' ? text : paint.dim(text);
}
