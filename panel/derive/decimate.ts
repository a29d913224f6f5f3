import type { HistoryPoint } from './history.ts';
import { STATUSES } from './status.ts';

/** Slots of a chart: in a docked panel a slot is a pixel or two, and points closer than that are one. */
const SLOTS = 240;

/**
 * The points to draw of many: in each slot the lowest, the highest and the one of the worst status, so that neither the
 * outline nor a regression is lost. Few points are all drawn. In their order.
 */
export function decimate(points: readonly HistoryPoint[]): readonly HistoryPoint[] {
  if (points.length <= SLOTS * 2) return points;
  const slots = new Map<number, Extremes>();
  for (const point of points) {
    const slot = Math.floor(point.x * SLOTS);
    const known = slots.get(slot);
    if (!known) slots.set(slot, { low: point, high: point, worst: point });
    else {
      if (point.y < known.low.y) known.low = point;
      if (point.y > known.high.y) known.high = point;
      if (severity(point) < severity(known.worst)) known.worst = point;
    }
  }
  const kept = new Set([...slots.values()].flatMap(({ low, high, worst }) => [low, high, worst]));
  return points.filter((point) => kept.has(point));
}

interface Extremes {
  low: HistoryPoint;
  high: HistoryPoint;
  worst: HistoryPoint;
}

function severity({ status }: HistoryPoint): number {
  return STATUSES.indexOf(status);
}
