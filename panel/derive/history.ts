import type { BaselineRow, MetricStanding } from '../../src/domain/baseline.ts';
import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { MonitorEvent } from '../../src/domain/page-state.ts';
import { formatDelta, formatMoment, formatValue } from '../format.ts';
import { decimate } from './decimate.ts';
import type { HistoryLoad } from './history-load.ts';
import { isNotableDrift } from './drift.ts';
import { listNotes } from './history-notes.ts';
import { createHistoryScale } from './history-scale.ts';
import { deriveStatus, type Status, STATUS_WORDS } from './status.ts';
import { text } from '../text.ts';

/** One load in a chart; x and y are shares of its width and height, y from the bottom. */
export interface HistoryPoint {
  readonly visitId: string;
  readonly x: number;
  readonly y: number;
  readonly status: Status;
  readonly moment: string;
  readonly value: string;
  /** "1,180 ms", the level it was judged against. */
  readonly baseline: string | undefined;
  readonly delta: string | undefined;
  /** What happened with this load: "New build". */
  readonly notes: readonly string[];
  /** All of it in one line, for a screen reader. */
  readonly told: string;
}

export const MARK_KINDS = ['build', 'change', 'regression', 'resolved', 'baseline'] as const;

export interface HistoryMark {
  readonly kind: (typeof MARK_KINDS)[number];
  readonly x: number;
  readonly text: string;
}

export interface History {
  readonly points: readonly HistoryPoint[];
  /** Those of the points that a chart draws: of thousands, the ones that can be told apart. */
  readonly drawn: readonly HistoryPoint[];
  readonly marks: readonly HistoryMark[];
  readonly ticks: readonly { readonly y: number; readonly label: string }[];
  readonly beginsAtZero: boolean;
  /** Paths in a square of 100 by 100, y from the top; empty where there is nothing to draw. */
  readonly baseline: string;
  readonly band: string;
  readonly budget: string;
  /** Level of the first baseline ever learnt, where the present one has moved away from it. */
  readonly first: string;
}

export interface HistoryInput {
  /** Oldest first. */
  readonly loads: readonly HistoryLoad[];
  readonly cohort: string;
  readonly metric: MetricName;
  readonly events: readonly { readonly visitId: string; readonly event: MonitorEvent }[];
  readonly changes: readonly BaselineRow[];
  readonly drift?: MetricStanding['drift'];
  readonly now: number;
}

/** One metric over the loads of one cohort. Loads that did not measure it are left out, not drawn as zero. */
export function deriveHistory(input: HistoryInput): History {
  const { metric, cohort } = input;
  const { unit } = METRICS[metric];
  const loads = input.loads.filter((load) => load.cohort === cohort && load.metrics[metric] !== undefined);
  const values = loads.map((load) => load.metrics[metric] ?? 0);
  const levels = loads.map((load) => load.verdicts[metric]?.baseline?.value);
  const limits = inSight(
    loads.map((load) => load.limits[metric]),
    values.reduce((highest, value) => Math.max(highest, value), 0),
  );
  const first = input.drift && isNotableDrift(input.drift) ? input.drift.first : undefined;
  const known = [...values, ...levels, ...limits, first].filter((value) => value !== undefined);
  const scale = createHistoryScale(known);
  const place = (index: number): number => (index + 0.5) / loads.length;
  const notes = listNotes(loads, input);
  const points = loads.map((load, index) =>
    describePoint(load, {
      metric,
      now: input.now,
      x: place(index),
      y: scale.share(values[index] ?? 0),
      notes: (notes[index] ?? []).map(({ text }) => text),
    }),
  );
  return {
    points,
    drawn: decimate(points),
    marks: notes.flatMap((marks, index) => marks.map((mark) => ({ ...mark, x: place(index) }))),
    ticks: scale.ticks.map((tick) => ({ y: scale.share(tick), label: formatValue(tick, unit) })),
    beginsAtZero: scale.low === 0,
    baseline: drawSteps(levels, scale.share),
    band: drawBand(loads, metric, scale.share),
    budget: drawSteps(limits, scale.share),
    first: drawSteps(
      loads.map(() => first),
      scale.share,
    ),
  };
}

/** A budget further away than this would flatten the points. */
const BUDGET_IN_SIGHT = 1.6;

function inSight(limits: readonly (number | undefined)[], highest: number): (number | undefined)[] {
  return limits.map((limit) =>
    limit !== undefined && limit <= highest * BUDGET_IN_SIGHT ? limit : undefined,
  );
}

interface Placed {
  readonly metric: MetricName;
  readonly now: number;
  readonly x: number;
  readonly y: number;
  readonly notes: readonly string[];
}

/** Its words are made when they are read: a chart of thousands of points shows those of one. */
function describePoint(load: HistoryLoad, { metric, now, x, y, notes }: Placed): HistoryPoint {
  const { unit } = METRICS[metric];
  const verdict = load.isJudged ? load.verdicts[metric] : undefined;
  const status = statusOf(load, metric);
  const moment = (): string => formatMoment(load.startedAt, now);
  const value = (): string => formatValue(load.metrics[metric], unit);
  return {
    visitId: load.visitId,
    x,
    y,
    status,
    notes,
    get moment() {
      return moment();
    },
    get value() {
      return value();
    },
    get told() {
      return [moment(), value(), text(STATUS_WORDS[status]), ...notes].join(', ');
    },
    get baseline() {
      return verdict?.baseline && formatValue(verdict.baseline.value, unit);
    },
    get delta() {
      return verdict?.delta === undefined ? undefined : formatDelta(verdict.delta, unit);
    },
  };
}

function statusOf(load: HistoryLoad, metric: MetricName): Status {
  const [value, limit] = [load.metrics[metric], load.limits[metric]];
  const verdict = load.isJudged ? load.verdicts[metric] : undefined;
  const judged = deriveStatus({ value, verdict, budget: undefined, unit: METRICS[metric].unit });
  const isOver = value !== undefined && limit !== undefined && value > limit;
  return isOver && judged !== 'regressed' ? 'over-budget' : judged;
}

type Share = (value: number) => number;

/** Neighbours that are drawn alike, as one run; those without anything to draw are gaps. */
function listRuns(keys: readonly (string | undefined)[]): { key: string; from: number; to: number }[] {
  const width = 100 / keys.length;
  const runs: { key: string; from: number; to: number }[] = [];
  for (const [index, key] of keys.entries()) {
    const last = runs.at(-1);
    const from = round(index * width);
    const to = round((index + 1) * width);
    if (key === undefined) continue;
    if (last?.key === key && last.to === from) last.to = to;
    else runs.push({ key, from, to });
  }
  return runs;
}

/** A level for each load, as steps with gaps where there is none. */
function drawSteps(levels: readonly (number | undefined)[], share: Share): string {
  const heights = levels.map((level) => (level === undefined ? undefined : heightOf(level, share)));
  return listRuns(heights)
    .map(({ key, from, to }, index, runs) =>
      runs[index - 1]?.to === from ? `V${key}H${to}` : `M${from} ${key}H${to}`,
    )
    .join('');
}

/** A band above this share of the chart is its background, and looks like a result. */
const HIGHEST_BAND = 0.6;

/**
 * The smallest change that would have been seen, to both sides of the baseline: a box for loads that share it. None where
 * it would fill most of the chart, as with a baseline of five loads; the line below the chart says it in words.
 */
function drawBand(loads: readonly HistoryLoad[], metric: MetricName, share: Share): string {
  const edges = loads.map(({ verdicts }) => {
    const { baseline, minimumDetectable } = verdicts[metric] ?? {};
    if (!baseline || minimumDetectable === undefined) return undefined;
    const [top, bottom] = [baseline.value + minimumDetectable, baseline.value - minimumDetectable];
    if (share(top) - share(bottom) > HIGHEST_BAND) return undefined;
    return `${heightOf(top, share)} ${heightOf(bottom, share)}`;
  });
  return listRuns(edges)
    .map(({ key, from, to }) => {
      const [top, bottom] = key.split(' ');
      return `M${from} ${top}H${to}V${bottom}H${from}Z`;
    })
    .join('');
}

function heightOf(level: number, share: Share): string {
  return String(round((1 - share(level)) * 100));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
