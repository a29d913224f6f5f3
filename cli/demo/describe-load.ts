import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { VisitRow } from '../../src/store/schema.ts';
import { formatDelta, formatValue } from '../../src/domain/formats/value.ts';
import { summarizeVisit } from '../format/visit-verdict.ts';

const SHOWN: readonly MetricName[] = [
  'firstContentfulPaint',
  'largestContentfulPaint',
  'load',
  'transferSize',
];

/** "FCP 340 ms  LCP 532 ms  Load 620 ms  Transfer 420 kB  regressed (FCP +270 ms)" */
export function describeLoad({ snapshot, judgement }: VisitRow): string {
  const values = SHOWN.flatMap((name) => {
    const value = snapshot.metrics[name];
    return value === undefined ? [] : [`${METRICS[name].label} ${formatValue(value, METRICS[name].unit)}`];
  });
  const regressed = SHOWN.flatMap((name) => {
    const verdict = judgement.metrics[name];
    if (verdict?.verdict !== 'regressed' || verdict.delta === undefined) return [];
    return [`${METRICS[name].label} ${formatDelta(verdict.delta, METRICS[name].unit)}`];
  });
  const because = judgement.excluded.length > 0 ? judgement.excluded : regressed;
  const verdict = summarizeVisit(judgement).replaceAll('-', ' ');
  return [...values, because.length > 0 ? `${verdict} (${because.join(', ')})` : verdict].join('  ');
}
