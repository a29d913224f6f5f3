import type { BaselineRow, MetricStanding } from '../../src/domain/baseline.ts';
import { METRICS, type MetricName } from '../../src/domain/metric.ts';
import type { MonitorEvent } from '../../src/domain/page-state.ts';
import { formatDelta, formatMoment, formatValue } from '../format.ts';
import type { HistoryLoad } from './history-load.ts';
import { isNotableDrift } from './drift.ts';
import { createHistoryScale } from './history-scale.ts';
import { deriveStatus, type Status, STATUS_WORDS } from './status.ts';

/** One load in a chart; x and y are shares of its width and height, y from the bottom. */
export interface HistoryPoint {
  readonly visitId: string;
  readonly x: number;
  readonly y: number;
  readonly status: Status;
  readonly moment: string;
  readonly value: string;
  /** "1,180 ms", the level it was judged against. */
  readonly baseline?: string;
  readonly delta?: string;
  /** What happened with this load: "New build". */
  readonly notes: readonly string[];
  /** All of it in one line, for a screen reader. */
  readonly text: string;
}

export const MARK_KINDS = ['build', 'regression', 'baseline'] as const;

export interface HistoryMark {
  readonly kind: (typeof MARK_KINDS)[number];
  readonly x: number;
  readonly text: string;
}

export interface History {
  readonly points: readonly HistoryPoint[];
  readonly marks: readonly HistoryMark[];
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
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

const BASELINE_MARKS: Readonly<Partial<Record<BaselineRow['why'], string>>> = {
  learnt: 'Baseline learnt',
  'learnt-lower': 'Baseline learnt anew',
  accept: 'Baseline accepted',
  reset: 'Baseline reset',
  undo: 'Baseline change undone',
};

/** One metric over the loads of one cohort. Loads that did not measure it are left out, not drawn as zero. */
export function deriveHistory(input: HistoryInput): History {
  const { metric, cohort } = input;
  const { unit } = METRICS[metric];
  const loads = input.loads.filter((load) => load.cohort === cohort && load.metrics[metric] !== undefined);
  const values = loads.map((load) => load.metrics[metric] ?? 0);
  const levels = loads.map((load) => load.verdicts[metric]?.baseline?.value);
  const limits = inSight(
    loads.map((load) => load.limits[metric]),
    Math.max(...values, 0),
  );
  const first = input.drift && isNotableDrift(input.drift) ? input.drift.first : undefined;
  const known = [...values, ...levels, ...limits, first].filter((value) => value !== undefined);
  const scale = createHistoryScale(known);
  const place = (index: number): number => (index + 0.5) / loads.length;
  const notes = loads.map((load, index) => listNotes(load, loads.slice(0, index), input));
  return {
    points: loads.map((load, index) =>
      describePoint(load, {
        metric,
        now: input.now,
        x: place(index),
        y: scale.share(values[index] ?? 0),
        notes: (notes[index] ?? []).map(({ text }) => text),
      }),
    ),
    marks: notes.flatMap((marks, index) => marks.map((mark) => ({ ...mark, x: place(index) }))),
    ticks: scale.ticks.map((tick) => ({ y: scale.share(tick), text: formatValue(tick, unit) })),
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

type Note = Omit<HistoryMark, 'x'>;

function listNotes(load: HistoryLoad, before: readonly HistoryLoad[], input: HistoryInput): Note[] {
  const known = load.build === undefined ? undefined : before.findLast(({ build }) => build !== undefined);
  const opened = input.events.some(
    ({ visitId, event }) =>
      visitId === load.visitId && event.type === 'regression-opened' && event.metric === input.metric,
  );
  const changes = input.changes.flatMap(({ visitId, why }): Note[] => {
    const text = visitId === load.visitId ? BASELINE_MARKS[why] : undefined;
    return text === undefined ? [] : [{ kind: 'baseline', text }];
  });
  return [
    ...(known && known.build !== load.build ? [{ kind: 'build', text: 'New build' } as const] : []),
    ...(opened ? [{ kind: 'regression', text: 'Regression opened' } as const] : []),
    ...changes,
  ];
}

interface Placed {
  readonly metric: MetricName;
  readonly now: number;
  readonly x: number;
  readonly y: number;
  readonly notes: readonly string[];
}

function describePoint(load: HistoryLoad, { metric, now, x, y, notes }: Placed): HistoryPoint {
  const { unit } = METRICS[metric];
  const verdict = load.isJudged ? load.verdicts[metric] : undefined;
  const value = load.metrics[metric];
  const limit = load.limits[metric];
  const isOver = value !== undefined && limit !== undefined && value > limit;
  const judged = deriveStatus({ value, verdict, budget: undefined });
  const status = isOver && judged !== 'regressed' ? 'over-budget' : judged;
  const moment = formatMoment(load.startedAt, now);
  const text = [moment, formatValue(value, unit), STATUS_WORDS[status], ...notes].join(', ');
  return {
    visitId: load.visitId,
    x,
    y,
    status,
    moment,
    value: formatValue(value, unit),
    ...(verdict?.baseline && { baseline: formatValue(verdict.baseline.value, unit) }),
    ...(verdict?.delta !== undefined && { delta: formatDelta(verdict.delta, unit) }),
    notes,
    text,
  };
}

type Share = (value: number) => number;

/** A level for each load, as steps with gaps where there is none. */
function drawSteps(levels: readonly (number | undefined)[], share: Share): string {
  const width = 100 / levels.length;
  return levels
    .flatMap((level, index) => {
      if (level === undefined) return [];
      const y = round((1 - share(level)) * 100);
      const isJoined = index > 0 && levels[index - 1] !== undefined;
      return [`${isJoined ? 'V' : `M${round(index * width)} `}${y}H${round((index + 1) * width)}`];
    })
    .join('');
}

/** The smallest change that would have been seen, to both sides of the baseline: a box for each load. */
function drawBand(loads: readonly HistoryLoad[], metric: MetricName, share: Share): string {
  const width = 100 / loads.length;
  return loads
    .flatMap(({ verdicts }, index) => {
      const { baseline, minimumDetectable } = verdicts[metric] ?? {};
      if (!baseline || minimumDetectable === undefined) return [];
      const top = round((1 - share(baseline.value + minimumDetectable)) * 100);
      const bottom = round((1 - share(baseline.value - minimumDetectable)) * 100);
      return [
        `M${round(index * width)} ${top}H${round((index + 1) * width)}V${bottom}H${round(index * width)}Z`,
      ];
    })
    .join('');
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
