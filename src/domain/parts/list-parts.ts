import type { MetricName } from '../metric.ts';
import type { Snapshot } from '../snapshot.ts';
import { listInteractionParts } from './interaction-parts.ts';
import { listPaintParts } from './paint-parts.ts';
import type { MetricParts, Parts } from './parts.ts';
import { listResponseParts } from './response-parts.ts';
import { listScriptParts } from './script-parts.ts';
import { listShiftParts } from './shift-parts.ts';

type ListParts = (baseline: readonly Snapshot[], current: readonly Snapshot[]) => Parts | undefined;

const LISTS: Readonly<Partial<Record<MetricName, ListParts>>> = {
  timeToFirstByte: listResponseParts,
  largestContentfulPaint: listPaintParts,
  interactionToNextPaint: listInteractionParts,
  cumulativeLayoutShift: listShiftParts,
  totalBlockingTime: listScriptParts,
  longTasks: listScriptParts,
  longestTask: listScriptParts,
};

/**
 * Of every metric that has parts of its own, these, side by side: the steps of LCP, INP and TTFB, the elements that
 * shifted, the functions behind long tasks. A metric of which neither side has recorded any part is left out.
 */
export function listParts(baseline: readonly Snapshot[], current: readonly Snapshot[]): MetricParts {
  const listed = Object.entries(LISTS).flatMap(([metric, list]) => {
    const parts = list(baseline, current);
    return parts && parts.rows.length > 0 ? [[metric, parts]] : [];
  });
  return Object.fromEntries(listed) as MetricParts;
}
