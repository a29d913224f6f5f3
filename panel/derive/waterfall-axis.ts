import type { MetricName } from '../../src/domain/metric.ts';
import type { Waterfall, WaterfallMilestone } from '../../src/domain/waterfall/waterfall.ts';
import { formatValue } from '../format.ts';
import { listTicks } from './history-scale.ts';
import { nameMetric } from './metric-words.ts';
import { type LabelSide, placeLabels } from './place-labels.ts';

/** A milestone of one load on the axis; x is its share of the width. */
export interface AxisMark {
  readonly metric: MetricName;
  readonly label: string;
  readonly x: number;
  /** The metric that is being explained. */
  readonly chosen: boolean;
  /** On which side its label stands; absent when there is no room for it. */
  readonly side?: LabelSide;
  /** "LCP 1,592 ms". */
  readonly told: string;
}

export interface WaterfallAxis {
  /** In ms. */
  readonly end: number;
  readonly ticks: readonly { readonly x: number; readonly label: string }[];
  readonly baseline: readonly AxisMark[];
  readonly current: readonly AxisMark[];
  /** From where to where the chosen milestone moved; absent when it is none, or not in both. */
  readonly moved?: { readonly from: number; readonly to: number; readonly worse: boolean };
}

export interface AxisOptions {
  readonly metric: MetricName;
  /** Ends shortly after the chosen milestone instead of with the last moment. */
  readonly zoomed: boolean;
  /** Width of a label as a share of the whole. */
  readonly labelWidth: number;
}

/** When labels collide, those that users feel most stay. */
const PRIORITY: readonly MetricName[] = [
  'largestContentfulPaint',
  'firstContentfulPaint',
  'load',
  'timeToFirstByte',
  'domContentLoaded',
];

const HEADROOM = 1.04;

/** The time axis of both loads with their milestones. Moments behind its end are left out. */
export function deriveWaterfallAxis(waterfall: Waterfall, options: AxisOptions): WaterfallAxis {
  const chosen = waterfall.milestones.find(({ metric }) => metric === options.metric);
  const end = (options.zoomed && lastMoment(chosen)) || waterfall.end || 1;
  const axis = end * HEADROOM;
  const place = (side: 'baseline' | 'current'): AxisMark[] =>
    placeMarks(waterfall.milestones, side, { axis, ...options });
  return {
    end: axis,
    ticks: listTicks(0, axis).map((tick) => ({ x: tick / axis, label: formatValue(tick, 'ms') })),
    baseline: place('baseline'),
    current: place('current'),
    ...(chosen?.baseline !== undefined &&
      chosen.current !== undefined && {
        moved: {
          from: Math.min(chosen.baseline, chosen.current) / axis,
          to: Math.max(chosen.baseline, chosen.current) / axis,
          worse: chosen.current > chosen.baseline,
        },
      }),
  };
}

/** Whether the axis can end with the chosen metric: it is a moment, and not the last one anyway. */
export function canZoom(waterfall: Waterfall, metric: MetricName): boolean {
  const chosen = waterfall.milestones.find((milestone) => milestone.metric === metric);
  const last = lastMoment(chosen);
  return last !== undefined && last > 0 && last * HEADROOM < waterfall.end;
}

function lastMoment(milestone: WaterfallMilestone | undefined): number | undefined {
  return milestone && Math.max(milestone.baseline ?? 0, milestone.current ?? 0);
}

function placeMarks(
  milestones: readonly WaterfallMilestone[],
  side: 'baseline' | 'current',
  { axis, metric: chosen, labelWidth }: { readonly axis: number } & AxisOptions,
): AxisMark[] {
  const placed = milestones.flatMap((milestone) => {
    const moment = milestone[side];
    if (moment === undefined || moment > axis) return [];
    const { metric } = milestone;
    return [{ metric, x: moment / axis, told: `${nameMetric(metric)} ${formatValue(moment, 'ms')}` }];
  });
  const rank = (metric: MetricName): number => (metric === chosen ? -1 : PRIORITY.indexOf(metric));
  const labelled = placeLabels(
    placed.map(({ metric, x }) => ({ id: metric, x })),
    { width: labelWidth, rankOf: rank },
  );
  return placed.map(({ metric, x, told }) => {
    const side = labelled.get(metric);
    return {
      metric,
      label: nameMetric(metric),
      x,
      chosen: metric === chosen,
      ...(side && { side }),
      told,
    };
  });
}
